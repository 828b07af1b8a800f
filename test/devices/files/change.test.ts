import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SmallHome, smallHome } from "./small-home.ts";

let it: SmallHome;
beforeEach(async () => {
  it = await smallHome();
});
afterEach(() => it[Symbol.dispose]());

const AT = "2026-11-23T10:00:00";

describe("moving and copying", () => {
  test("a file and a folder move and come back", async () => {
    it.write("a.txt", "one");
    it.write("folder/b.txt", "two");
    mkdirSync(it.at("target"));
    await it.files.move(it.at("a.txt"), it.at("target/a.txt"), it.signal);
    await it.files.move(it.at("folder"), it.at("target/folder"), it.signal);
    expect(readdirSync(it.at("target")).sort()).toEqual(["a.txt", "folder"]);
    expect(readdirSync(it.home)).toEqual(["target"]);
    await it.files.move(it.at("target/folder"), it.at("folder"), it.signal);
    expect(readFileSync(it.at("folder/b.txt"), "utf8")).toBe("two");
  });

  test("what is there is never replaced", async () => {
    it.write("a.txt", "mine");
    it.write("b.txt", "theirs");
    it.write("folder/x.txt");
    mkdirSync(it.at("empty"));
    const taken = { code: "FILE_EXISTS" };
    await expect(it.files.move(it.at("a.txt"), it.at("b.txt"), it.signal)).rejects.toMatchObject(taken);
    await expect(it.files.copy(it.at("a.txt"), it.at("b.txt"), it.signal)).rejects.toMatchObject(taken);
    await expect(it.files.move(it.at("folder"), it.at("empty"), it.signal)).rejects.toMatchObject(taken);
    await expect(it.files.copy(it.at("folder"), it.at("empty"), it.signal)).rejects.toMatchObject(taken);
    await expect(it.files.createFolder(it.at("empty"))).rejects.toMatchObject(taken);
    await expect(it.files.createArchive(it.at("folder"), it.at("b.txt.zip"), it.signal)).resolves.toBeDefined();
    await expect(it.files.createArchive(it.at("folder"), it.at("b.txt.zip"), it.signal)).rejects.toMatchObject(taken);
    expect(readFileSync(it.at("a.txt"), "utf8")).toBe("mine");
    expect(readFileSync(it.at("b.txt"), "utf8")).toBe("theirs");
    expect(existsSync(it.at("folder/x.txt"))).toBe(true);
  });

  test("a folder does not go into itself", async () => {
    it.write("folder/inner/x.txt");
    const invalid = { code: "ARGUMENT_INVALID" };
    await expect(it.files.move(it.at("folder"), it.at("folder/inner/f"), it.signal)).rejects.toMatchObject(invalid);
    await expect(it.files.copy(it.at("folder"), it.at("folder/inner/f"), it.signal)).rejects.toMatchObject(invalid);
  });

  test("a copy has the content, times and mode, and goes again unless it changed", async () => {
    it.write("folder/run.sh", "#!/bin/sh\n");
    utimesSync(it.at("folder/run.sh"), 1_700_000_000, 1_700_000_000);
    const made = await it.files.copy(it.at("folder"), it.at("copy"), it.signal);
    expect(made).toMatchObject({ files: 1, bytes: 10 });
    expect(statSync(it.at("copy/run.sh")).mtimeMs).toBe(1_700_000_000_000);
    writeFileSync(it.at("copy/new.txt"), "added");
    expect(await it.files.removeMade(made)).toBe(false);
    expect(existsSync(it.at("copy/new.txt"))).toBe(true);
    const again = await it.files.copy(it.at("folder"), it.at("copy2"), it.signal);
    expect(await it.files.removeMade(again)).toBe(true);
    expect(existsSync(it.at("copy2"))).toBe(false);
    expect(existsSync(it.at("folder/run.sh"))).toBe(true);
  });

  test("a large copy stops when told to, and leaves nothing", async () => {
    it.write("large.bin", "");
    truncateSync(it.at("large.bin"), 2 ** 31); // sparse: no room taken until it is copied
    const controller = new AbortController();
    const copying = it.files.copy(it.at("large.bin"), it.at("copy.bin"), controller.signal);
    controller.abort();
    await expect(copying).rejects.toThrow();
    expect(readdirSync(it.home)).toEqual(["large.bin"]);
  });
});

describe("the trash", () => {
  test("holds the file with its .trashinfo, and gives it back", async () => {
    const path = it.write("some folder/café 100%.txt", "keep me");
    const trashed = await it.files.trash(path, AT, it.signal);
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(it.at(".local/share/Trash/files/café 100%.txt"), "utf8")).toBe("keep me");
    expect(readFileSync(it.at(".local/share/Trash/info/café 100%.txt.trashinfo"), "utf8")).toBe(
      `[Trash Info]\nPath=${it.home}/some%20folder/caf%C3%A9%20100%25.txt\nDeletionDate=${AT}\n`,
    );
    await it.files.untrash(trashed, it.signal);
    expect(readFileSync(path, "utf8")).toBe("keep me");
    expect(readdirSync(it.at(".local/share/Trash/files"))).toEqual([]);
    expect(readdirSync(it.at(".local/share/Trash/info"))).toEqual([]);
  });

  test("keeps two files of one name apart", async () => {
    const first = await it.files.trash(it.write("a/x.txt", "1"), AT, it.signal);
    const second = await it.files.trash(it.write("b/x.txt", "2"), AT, it.signal);
    expect(second.path).not.toBe(first.path);
    await it.files.untrash(first, it.signal);
    expect(readFileSync(it.at("a/x.txt"), "utf8")).toBe("1");
  });

  test("does not put back over something new, nor what was emptied", async () => {
    const path = it.write("x.txt", "old");
    const trashed = await it.files.trash(path, AT, it.signal);
    it.write("x.txt", "new");
    await expect(it.files.untrash(trashed, it.signal)).rejects.toMatchObject({ code: "FILE_EXISTS" });
    expect(readFileSync(path, "utf8")).toBe("new");
    await expect(it.files.untrash({ ...trashed, path: `${trashed.path}.gone` }, it.signal)).rejects.toMatchObject({
      code: "FILE_NOT_FOUND",
    });
  });

  test("does not swallow itself", async () => {
    it.write(".local/share/Trash/files/old.txt");
    for (const path of [".local/share/Trash", ".local", ".local/share/Trash/files/old.txt"])
      await expect(it.files.trash(it.at(path), AT, it.signal)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
  });
});

describe("reading", () => {
  test.each([
    ["UTF-8", Buffer.from("déjà vu 你好"), "déjà vu 你好"],
    ["UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("salut", "utf16le")]), "salut"],
    ["Latin-1", Buffer.from("déjà vu", "latin1"), "déjà vu"],
    ["GB 18030", Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), "你好"],
  ])("%s", async (_, bytes, text) => {
    const path = it.write("note.txt", bytes);
    expect(await it.files.readText(path, it.signal)).toEqual({ text, truncated: false });
  });

  test("a long text is cut, between characters", async () => {
    const path = it.write("long.txt", `x${"é".repeat(100_000)}`);
    const { text, truncated } = await it.files.readText(path, it.signal);
    expect(truncated).toBe(true);
    expect(text).toMatch(/^xé+$/);
  });

  test("what is no text is refused", async () => {
    const picture = it.write("photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    await expect(it.files.readText(picture, it.signal)).rejects.toMatchObject({ code: "ARGUMENT_INVALID" });
    await expect(it.files.readText(it.home, it.signal)).rejects.toMatchObject({ code: "ARGUMENT_INVALID" });
  });
});

test("programs are not started by opening them", async () => {
  it.write("evil.desktop", "[Desktop Entry]\nExec=touch /tmp/x\n");
  await expect(it.files.open(it.at("evil.desktop"))).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
});

test("without a desktop, opening says what is missing", async () => {
  await expect(it.files.open(it.write("a.txt"))).rejects.toMatchObject({ code: "BACKEND_MISSING" });
});

test("disk usage: the largest first, a file with two names once", async () => {
  it.write("big/a.bin", Buffer.alloc(300_000, 1));
  it.write("small.txt", "x");
  const usage = await it.files.diskUsage(it.home, it.signal);
  expect(usage.children.map((child) => child.path)).toEqual([it.at("big"), it.at("small.txt")]);
  expect(usage.children[0]!.bytes).toBeGreaterThanOrEqual(300_000);
  expect(usage.partial).toBe(false);
});
