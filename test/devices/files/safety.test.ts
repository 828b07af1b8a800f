import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SmallHome, smallHome } from "./small-home.ts";

let it: SmallHome;
beforeEach(async () => {
  it = await smallHome();
});
afterEach(() => it[Symbol.dispose]());

const OUTSIDE = { code: "FILE_OUTSIDE_HOME" };

describe("nothing leaves the home folder", () => {
  const ways: Record<string, () => string> = {
    "an absolute path": () => join(it.outside, "secret.txt"),
    "dots that climb": () => `${it.home}/../outside/secret.txt`,
    "a link to a file": () => {
      symlinkSync(join(it.outside, "secret.txt"), it.at("link.txt"));
      return it.at("link.txt");
    },
    "a link to a folder": () => {
      symlinkSync(it.outside, it.at("folder"));
      return it.at("folder");
    },
    "a link in a parent": () => {
      symlinkSync(it.outside, it.at("folder"));
      return it.at("folder/secret.txt");
    },
    "a link by way of a link": () => {
      symlinkSync(it.outside, it.at("b"));
      symlinkSync("b/secret.txt", it.at("a"));
      return it.at("a");
    },
  };
  for (const [way, make] of Object.entries(ways)) {
    test(`as a source: ${way}`, async () => {
      const path = make();
      const { files, signal } = it;
      const to = it.at("here");
      await expect(files.stat(path)).rejects.toMatchObject(OUTSIDE);
      await expect(files.readText(path, signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.open(path)).rejects.toMatchObject(OUTSIDE);
      await expect(files.move(path, to, signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.copy(path, to, signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.trash(path, "2026-11-23T10:00:00", signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.createArchive(path, it.at("a.zip"), signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.extractArchive(path, it.home, signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.diskUsage(path, signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.find({ folder: path }, signal)).rejects.toMatchObject(OUTSIDE);
      expect(readdirSync(it.outside)).toEqual(["secret.txt"]);
      expect(existsSync(to)).toBe(false);
    });
  }

  const targets: Record<string, () => string> = {
    "an absolute folder": () => join(it.outside, "mine.txt"),
    "dots that climb": () => `${it.home}/../outside/mine.txt`,
    "a link to a folder": () => {
      symlinkSync(it.outside, it.at("folder"));
      return it.at("folder/mine.txt");
    },
    "a link deeper in the path": () => {
      mkdirSync(join(it.outside, "deep"));
      symlinkSync(it.outside, it.at("folder"));
      return it.at("folder/deep/mine.txt");
    },
  };
  for (const [way, make] of Object.entries(targets)) {
    test(`as a target: ${way}`, async () => {
      const mine = it.write("mine.txt");
      const to = make();
      const { files, signal } = it;
      await expect(files.move(mine, to, signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.copy(mine, to, signal)).rejects.toMatchObject(OUTSIDE);
      await expect(files.createFolder(to)).rejects.toMatchObject(OUTSIDE);
      await expect(files.createArchive(mine, `${to}.zip`, signal)).rejects.toMatchObject(OUTSIDE);
      expect(existsSync(to)).toBe(false);
      expect(readFileSync(mine, "utf8")).toContain("mine.txt");
    });
  }

  test("a copied folder takes links along as links, never what is behind them", async () => {
    it.write("project/a.txt");
    symlinkSync(it.outside, it.at("project/out"));
    await it.files.copy(it.at("project"), it.at("copy"), it.signal);
    expect(existsSync(it.at("copy/a.txt"))).toBe(true);
    rmSync(it.at("project"), { recursive: true });
    await expect(it.files.readText(it.at("copy/out/secret.txt"), it.signal)).rejects.toMatchObject(OUTSIDE);
  });

  test("a search does not walk through links and does not show what is hidden", async () => {
    it.write("secret plan.txt");
    it.write(".hidden/secret.txt");
    it.write("node_modules/secret.txt");
    symlinkSync(it.outside, it.at("folder"));
    const found = await it.files.find({ name: "secret" }, it.signal);
    expect(found.files.map((file) => file.name)).toEqual(["secret plan.txt"]);
  });

  test("the home folder itself stays", async () => {
    await expect(it.files.trash(it.home, "2026-11-23T10:00:00", it.signal)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await expect(it.files.move(it.home, it.at("x"), it.signal)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
  });

  test("links inside of the home are as good as what they lead to", async () => {
    it.write("real/report.txt", "the report");
    symlinkSync("real", it.at("shortcut"));
    expect((await it.files.readText(it.at("shortcut/report.txt"), it.signal)).text).toBe("the report");
    await it.files.move(it.at("shortcut/report.txt"), it.at("report.txt"), it.signal);
    expect(existsSync(it.at("real/report.txt"))).toBe(false);
  });
});
