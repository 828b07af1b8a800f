import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { Header } from "tar";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unpack } from "../../../devices/drivers/files/archive/unpack.ts";
import { createWriter } from "../../../devices/drivers/files/archive/writer.ts";
import { missing } from "../../support/programs.ts";
import { type SmallHome, smallHome } from "./small-home.ts";

let it: SmallHome;
beforeEach(async () => {
  it = await smallHome();
});
afterEach(() => it[Symbol.dispose]());

/** A tar with entries that no tar program would write: name, content, and for links their target. */
function evilTar(...entries: readonly { path: string; text?: string; type?: "SymbolicLink" | "Link"; to?: string }[]) {
  const blocks = entries.map(({ path, text = "", type, to }) => {
    const header = new Header({ path, size: text.length, type: type ?? "File", linkpath: to ?? "", mode: 0o644 });
    header.encode();
    const padding = Buffer.alloc((512 - (text.length % 512)) % 512);
    return Buffer.concat([header.block!, Buffer.from(text), padding]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

describe.each(["zip", "tar", "tar.gz"])("%s", (format) => {
  test("packs and unpacks a folder", async () => {
    it.write("project/a.txt", "one");
    it.write("project/deep/été.txt", "two");
    it.write("project/run.sh", "#!/bin/sh\n");
    chmodSync(it.at("project/run.sh"), 0o755);
    mkdirSync(it.at("project/empty"));
    symlinkSync("a.txt", it.at("project/link"));
    mkdirSync(it.at("out"));
    const made = await it.files.createArchive(it.at("project"), it.at(`project.${format}`), it.signal);
    const extracted = await it.files.extractArchive(made.path, it.at("out"), it.signal);
    expect(extracted.path).toBe(it.at("out/project"));
    expect(readFileSync(it.at("out/project/deep/été.txt"), "utf8")).toBe("two");
    expect(lstatSync(it.at("out/project/run.sh")).mode & 0o111).not.toBe(0);
    expect(existsSync(it.at("out/project/empty"))).toBe(true);
    expect(readlinkSync(it.at("out/project/link"))).toBe("a.txt");
    await expect(it.files.extractArchive(made.path, it.at("out"), it.signal)).rejects.toMatchObject({
      code: "FILE_EXISTS",
    });
    expect(readdirSync(it.at("out"))).toEqual(["project"]);
    expect(await it.files.removeMade(extracted)).toBe(true);
    expect(await it.files.removeMade(made)).toBe(true);
    expect(readdirSync(it.home).sort()).toEqual(["out", "project"]);
  });

  test("a large one is unpacked whole", async () => {
    const bytes = Buffer.alloc(3_000_000, "saysh ");
    it.write("big/a.bin", bytes);
    it.write("big/b.bin", bytes);
    mkdirSync(it.at("out"));
    const made = await it.files.createArchive(it.at("big"), it.at(`big.${format}`), it.signal);
    await it.files.extractArchive(made.path, it.at("out"), it.signal);
    expect(readFileSync(it.at("out/big/b.bin")).equals(bytes)).toBe(true);
  });
});

describe("what leads out is refused whole", () => {
  test.each([
    [
      "dots that climb",
      [
        { path: "ok.txt", text: "ok" },
        { path: "../evil.txt", text: "evil" },
      ],
    ],
    ["dots in the middle", [{ path: "a/../../evil.txt", text: "evil" }]],
    ["an absolute name", [{ path: "/tmp/saysh-evil.txt", text: "evil" }]],
    ["a drive letter", [{ path: "C:\\evil.txt", text: "evil" }]],
    ["a link to an absolute path", [{ path: "l", type: "SymbolicLink" as const, to: "/etc" }]],
    ["a link that climbs", [{ path: "d/l", type: "SymbolicLink" as const, to: "../../outside" }]],
    [
      "a link that climbs by way of a link",
      [
        { path: "b", type: "SymbolicLink" as const, to: "." },
        { path: "a", type: "SymbolicLink" as const, to: "b/x/../.." },
      ],
    ],
    ["a hard link", [{ path: "l", type: "Link" as const, to: "/etc/passwd" }]],
    [
      "a file through a link",
      [
        { path: "l", type: "SymbolicLink" as const, to: "../outside" },
        { path: "l/evil.txt", text: "evil" },
      ],
    ],
    [
      "one name twice",
      [
        { path: "a", text: "1" },
        { path: "a", text: "2" },
      ],
    ],
  ])("tar: %s", async (_, entries) => {
    const archive = it.write("evil.tar", evilTar(...entries));
    await expect(it.files.extractArchive(archive, it.home, it.signal)).rejects.toMatchObject({
      code: "ARGUMENT_INVALID",
    });
    expect(readdirSync(it.home)).toEqual(["evil.tar"]);
    expect(readdirSync(it.outside)).toEqual(["secret.txt"]);
    expect(existsSync("/tmp/saysh-evil.txt")).toBe(false);
  });

  test("zip: dots that climb", async () => {
    const good = it.write("aa/evil.txt", "evil");
    const { path } = await it.files.createArchive(good, it.at("evil.zip"), it.signal);
    const bytes = readFileSync(path).toString("latin1").replaceAll("evil.txt", "../e.txt");
    const archive = it.write("worse.zip", Buffer.from(bytes, "latin1"));
    await expect(it.files.extractArchive(archive, it.at("aa"), it.signal)).rejects.toMatchObject({
      code: "ARGUMENT_INVALID",
    });
    expect(readdirSync(it.at("aa"))).toEqual(["evil.txt"]);
    expect(existsSync(it.at("e.txt"))).toBe(false);
  });

  test("what unpacks to more than the limit", async () => {
    it.write("zeros.bin", Buffer.alloc(1_000_000));
    const { path } = await it.files.createArchive(it.at("zeros.bin"), it.at("zeros.zip"), it.signal);
    mkdirSync(it.at("out"));
    const few = createWriter(it.at("out"), { entries: 10, bytes: 1000 });
    await expect(unpack(path, "zip", few, it.env, it.signal)).rejects.toMatchObject({ code: "ARGUMENT_INVALID" });
  });

  test("what is damaged leaves nothing", async () => {
    const archive = it.write("broken.tar.gz", Buffer.from("1f8b0800000000000003ffff", "hex"));
    await expect(it.files.extractArchive(archive, it.home, it.signal)).rejects.toMatchObject({
      code: "ARGUMENT_INVALID",
    });
    expect(readdirSync(it.home)).toEqual(["broken.tar.gz"]);
  });
});

describe.skipIf(missing("tar", "xz", "zip"))("made by the usual programs", () => {
  test("tar.xz with a link", async () => {
    it.write("p/a.txt", "one");
    symlinkSync("a.txt", it.at("p/l"));
    await execa("tar", ["-cJf", "p.tar.xz", "p"], { cwd: it.home });
    mkdirSync(it.at("out"));
    await it.files.extractArchive(it.at("p.tar.xz"), it.at("out"), it.signal);
    expect(readFileSync(it.at("out/p/l"), "utf8")).toBe("one");
  });

  test("zip without a folder of its own gets one", async () => {
    it.write("a.txt", "one");
    it.write("b.txt", "two");
    await execa("zip", ["-q", "both.zip", "a.txt", "b.txt"], { cwd: it.home });
    const made = await it.files.extractArchive(it.at("both.zip"), it.home, it.signal);
    expect(made).toMatchObject({ path: join(it.home, "both"), files: 2 });
  });
});
