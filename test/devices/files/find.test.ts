import { mkdirSync, utimesSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFiles } from "../../../devices/drivers/files/find.ts";
import { type SmallHome, smallHome } from "./small-home.ts";

let it: SmallHome;
const DAYS: Record<string, string> = {
  "Pictures/beach Italy 2026.jpg": "2026-11-21T15:00:00Z",
  "Pictures/cat.png": "2026-11-02T15:00:00Z",
  "Documents/budget 2026.ods": "2026-11-20T09:00:00Z",
  "Documents/Rapport été.pdf": "2026-11-19T09:00:00Z",
  "Documents/预算报告.docx": "2026-11-18T09:00:00Z",
  "Downloads/film.mkv": "2026-10-01T09:00:00Z",
};
beforeEach(async () => {
  it = await smallHome();
  for (const [path, at] of Object.entries(DAYS)) {
    it.write(path, "x".repeat(path.length * 1000));
    utimesSync(it.at(path), new Date(at), new Date(at));
  }
});
afterEach(() => it[Symbol.dispose]());

const names = async (query: Parameters<SmallHome["files"]["find"]>[0]) =>
  (await it.files.find(query, it.signal)).files.map((file) => file.name);

describe("finding", () => {
  test("by words of the name, in any order, without accents, by ear", async () => {
    expect(await names({ name: "budget" })).toEqual(["budget 2026.ods"]);
    expect(await names({ name: "italy beach" })).toEqual(["beach Italy 2026.jpg"]);
    expect(await names({ name: "rapport ete" })).toEqual(["Rapport été.pdf"]);
    expect(await names({ name: "budgett" })).toEqual(["budget 2026.ods"]);
    expect(await names({ name: "预算" })).toEqual(["预算报告.docx"]);
  });

  test("by kind, newest first", async () => {
    expect(await names({ kind: "picture" })).toEqual(["beach Italy 2026.jpg", "cat.png"]);
    expect(await names({ kind: "folder" })).toHaveLength(3);
    expect(await names({ kind: "video" })).toEqual(["film.mkv"]);
  });

  test("by period, end exclusive", async () => {
    const within = { start: new Date("2026-11-19T09:00:00Z"), end: new Date("2026-11-21T15:00:00Z") };
    expect(await names({ within })).toEqual(["budget 2026.ods", "Rapport été.pdf"]);
  });

  test("by size and order", async () => {
    expect((await names({ sort: "largest" }))[0]).toBe("beach Italy 2026.jpg");
    expect((await names({ sort: "oldest" }))[0]).toBe("film.mkv");
    expect(await names({ largerThanBytes: 28_000 })).toEqual(["beach Italy 2026.jpg"]);
  });

  test("an extension that is said is meant", async () => {
    it.write("report.pdf");
    it.write("report.txt");
    expect(await names({ name: "report.txt" })).toEqual(["report.txt"]);
  });

  test("a limit ends the walk and says so", async () => {
    const query = { folder: it.home };
    const found = await findFiles(query, it.signal, { entries: 4, depth: 12, ms: 5_000 });
    expect(found.partial).toBe(true);
    expect((await findFiles(query, it.signal, { entries: 100, depth: 1, ms: 5_000 })).partial).toBe(true);
    expect((await findFiles(query, it.signal)).partial).toBe(false);
  });

  test("a stop ends it", async () => {
    await expect(it.files.find({}, AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  });
});

test("usual folders go by their names in three languages and by user-dirs.dirs", () => {
  expect(it.files.usualFolder("my downloads")).toBe(it.at("Downloads"));
  expect(it.files.usualFolder("mes téléchargements")).toBe(it.at("Downloads"));
  expect(it.files.usualFolder("下载文件夹")).toBe(it.at("Downloads"));
  expect(it.files.usualFolder("home")).toBe(it.home);
  expect(it.files.usualFolder("taxes")).toBeUndefined();
  mkdirSync(it.at("Fotos"));
  it.write(".config/user-dirs.dirs", 'XDG_PICTURES_DIR="$HOME/Fotos"\nXDG_MUSIC_DIR="/etc"\n');
  expect(it.files.usualFolder("photos")).toBe(it.at("Fotos"));
  expect(it.files.usualFolder("music")).toBeUndefined();
});
