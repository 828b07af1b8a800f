import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSize } from "../../../src/intents/actions/files/read-size.ts";
import { filesActions } from "../../../src/intents/actions/files.ts";
import { actionsContract } from "../../contract/actions.ts";
import { type SmallHome, smallHome } from "../../devices/files/small-home.ts";
import { driverPowers } from "./driver-powers.ts";
import { done, said } from "./memory-powers.ts";

actionsContract("files", filesActions, [
  "file_find",
  "file_open",
  "file_read",
  "file_move",
  "file_copy",
  "file_rename",
  "file_trash",
  "folder_create",
  "archive_create",
  "archive_extract",
  "disk_usage",
]);

let it: SmallHome;
let run: ReturnType<typeof driverPowers>["run"];
let undo: ReturnType<typeof driverPowers>["undo"];
let look: ReturnType<typeof driverPowers>["look"];
beforeEach(async () => {
  it = await smallHome();
  const config = { folders: { work: it.at("clients/work") } };
  ({ run, undo, look } = driverPowers(filesActions, {
    drivers: { files: async () => it.files },
    home: it.home,
    config,
  }));
  for (const folder of ["Documents", "Desktop", "Downloads", "clients/work"])
    mkdirSync(it.at(folder), { recursive: true });
});
afterEach(() => it[Symbol.dispose]());

/** Last change on this day of November 2026. */
const on = (path: string, day: number) => utimesSync(path, new Date(2026, 10, day, 12), new Date(2026, 10, day, 12));

describe("finding", () => {
  test("the photos of last weekend, then the second one", async () => {
    on(it.write("Pictures/a.jpg"), 21);
    on(it.write("Pictures/b.jpg"), 22);
    on(it.write("Pictures/c.jpg"), 19);
    const found = await run("file_find", { kind: "picture", when: "2026-11-21T00:00/2026-11-23T00:00" });
    expect(said(found)).toBe("I found b.jpg and a.jpg.");
    expect(done(found).show?.[0]).toMatch(/^b\.jpg {2}23 bytes {2}.* {2}~\/Pictures$/);
    const moved = await run("file_move", { file: "the second one", to: "documents" });
    expect(said(moved)).toBe("Moved a.jpg to ~/Documents.");
    expect(existsSync(it.at("Documents/a.jpg"))).toBe(true);
  });

  test("many are counted, a limit is kept, nothing is said plainly", async () => {
    for (let n = 1; n <= 30; n++) on(it.write(`notes/note ${n}.txt`), 1);
    const all = done(await run("file_find", { name: "note", sort: "name", kind: "document" }));
    expect(all.say).toBe("I found 30 files, the first being note 1.txt, note 2.txt and note 3.txt.");
    expect(all.show).toHaveLength(21);
    expect(all.show?.at(-1)).toBe("… and 10 more");
    expect(done(await run("file_find", { name: "note", kind: "document", limit: 2 })).things).toHaveLength(2);
    expect(said(await run("file_find", { name: "caviar" }, "fr"))).toBe("Je ne trouve aucun fichier de ce genre.");
  });

  test("by size in words, in a folder by its name", async () => {
    it.write("Downloads/big.iso", Buffer.alloc(3_000_000));
    it.write("big.iso", Buffer.alloc(3_000_000));
    const found = done(await run("file_find", { larger_than: "deux mégas", folder: "téléchargements" }, "fr"));
    expect(found.say).toBe("J'ai trouvé big.iso.");
    expect(found.things?.[0]?.id).toBe(it.at("Downloads/big.iso"));
    expect(await run("file_find", { larger_than: "huge" })).toMatchObject({ kind: "ask", arg: "larger_than" });
  });

  test.each([
    ["100 MB", "en", 100e6],
    ["a gig", "en", 1e9],
    ["ten gigabytes", "en", 10e9],
    ["2 GiB", "en", 2 * 1024 ** 3],
    ["un giga", "fr", 1e9],
    ["1,5 Go", "fr", 1.5e9],
    ["1 个 G", "zh", 1e9],
    ["两个G", "zh", 2e9],
    ["五百兆", "zh", 500e6],
    ["500KB", "zh", 500e3],
    ["a lot", "en", undefined],
  ] as const)("%s (%s)", (words, lang, bytes) => expect(readSize(words, lang)).toBe(bytes));
});

describe("moving, copying, renaming", () => {
  test("by name into a folder of the configuration, and back", async () => {
    it.write("report.pdf", "text");
    const moved = await run("file_move", { file: "report", to: "work" });
    expect(existsSync(it.at("clients/work/report.pdf"))).toBe(true);
    expect(said(await undo("file_move", moved))).toBe("report.pdf: back where it was.");
    expect(readFileSync(it.at("report.pdf"), "utf8")).toBe("text");
  });

  test("two of one name are asked about, told apart by their folders", async () => {
    it.write("Documents/report.pdf");
    it.write("Downloads/report.pdf");
    expect(await look("file_trash", { file: "no-such-thing.txt" })).toMatchObject({ code: "FILE_NOT_FOUND" });
    const asked = await run("file_trash", { file: "report.pdf" });
    expect(asked).toMatchObject({ kind: "choose", arg: "file" });
    if (asked.kind !== "choose") return;
    expect(asked.options.map((option) => option.name).sort()).toEqual([
      "~/Documents/report.pdf",
      "~/Downloads/report.pdf",
    ]);
    await run("file_trash", { file: asked.options[0]!.id });
    expect(existsSync(asked.options[0]!.id)).toBe(false);
    expect(existsSync(asked.options[1]!.id)).toBe(true);
  });

  test("all that were listed move together, or none", async () => {
    it.write("Downloads/a.zip");
    it.write("Downloads/b.zip");
    await run("file_find", { kind: "archive" });
    const moved = await run("file_move", { file: "them", to: "desktop" });
    expect(readdirSync(it.at("Desktop")).sort()).toEqual(["a.zip", "b.zip"]);
    await undo("file_move", moved);
    expect(readdirSync(it.at("Downloads")).sort()).toEqual(["a.zip", "b.zip"]);
    it.write("Desktop/b.zip", "other");
    await run("file_find", { kind: "archive", folder: "downloads" });
    expect(await run("file_move", { file: "them", to: "desktop" })).toMatchObject({ code: "FILE_EXISTS" });
    expect(readdirSync(it.at("Downloads")).sort()).toEqual(["a.zip", "b.zip"]);
  });

  test("nothing is replaced, and the way out is told", async () => {
    it.write("report.pdf", "mine");
    it.write("Documents/report.pdf", "theirs");
    for (const name of ["file_move", "file_copy"])
      expect(await run(name, { file: "~/report.pdf", to: "documents" })).toMatchObject({
        kind: "failed",
        code: "FILE_EXISTS",
        say: expect.stringContaining("report.pdf"),
        remedy: expect.any(String),
      });
    it.write("final.pdf");
    expect(await run("file_rename", { file: "~/report.pdf", name: "final" })).toMatchObject({ code: "FILE_EXISTS" });
    expect(readFileSync(it.at("Documents/report.pdf"), "utf8")).toBe("theirs");
  });

  test("a copy goes again when it is as it was made, and stays when not", async () => {
    it.write("thesis.odt", "one");
    const copied = await run("file_copy", { file: "thesis", to: "documents" });
    await undo("file_copy", copied);
    expect(existsSync(it.at("Documents/thesis.odt"))).toBe(false);
    const again = await run("file_copy", { file: "~/thesis.odt", to: "documents" });
    writeFileSync(it.at("Documents/thesis.odt"), "one, two");
    expect(await undo("file_copy", again)).toMatchObject({ kind: "failed", code: "FILE_EXISTS" });
    expect(existsSync(it.at("Documents/thesis.odt"))).toBe(true);
  });

  test("copying here makes a second one", async () => {
    it.write("a.txt");
    await run("file_copy", { file: "a.txt", to: "here" });
    expect(existsSync(it.at("a (2).txt"))).toBe(true);
  });

  test("a new name keeps the extension; undo gives the old one back", async () => {
    it.write("report.pdf");
    const renamed = await run("file_rename", { file: "report", name: "thesis" });
    expect(said(renamed)).toBe("report.pdf is now thesis.pdf.");
    await undo("file_rename", renamed);
    expect(existsSync(it.at("report.pdf"))).toBe(true);
    for (const name of ["../x", "a/b", ".."])
      expect(await run("file_rename", { file: "report.pdf", name })).toMatchObject({ code: "ARGUMENT_INVALID" });
  });
});

test("a main folder is not thrown away, moved or renamed, whatever named it", async () => {
  it.write("clients/work/a.txt");
  // "delete the photos" was Pictures with all that it held: a folder's usual name is also a word for what lies in it
  for (const [name, args] of [
    ["file_trash", { file: "work" }],
    ["file_trash", { file: "~" }],
    ["file_rename", { file: "work", name: "old" }],
    ["file_move", { file: "work", to: "documents" }],
  ] as const)
    expect(await run(name, args)).toMatchObject({
      kind: "failed",
      say: expect.stringContaining("one of your main folders"),
    });
  expect(readdirSync(it.at("clients/work"))).toEqual(["a.txt"]);
});

test("files of one moment are listed as one counts, and a text's last line feed is no row", async () => {
  for (const n of [10, 2, 1]) on(it.write(`Downloads/invoice-${n}.pdf`), 3);
  expect(said(await run("file_find", { name: "invoice" }))).toBe(
    "I found invoice-1.pdf, invoice-2.pdf and invoice-10.pdf.",
  );
  it.write("short.txt", "one\ntwo\n");
  expect(done(await run("file_read", { file: "short.txt" })).show).toEqual(["one", "two"]);
  expect(said(await run("disk_usage", {}))).toMatch(/^Your home folder takes /);
});

test("a folder that is read lists what lies in it; words that point at nothing are asked about", async () => {
  it.write("Downloads/b.pdf");
  it.write("Downloads/a/deep.pdf");
  const listed = done(await run("file_read", { file: "downloads" }));
  expect(listed.say).toBe("In Downloads: a and b.pdf.");
  expect(listed.show).toEqual(["a/", "b.pdf"]);
  expect(said(await run("file_trash", { file: "the second one" }))).toBe("b.pdf: in the trash.");
  ({ run } = driverPowers(filesActions, { drivers: { files: async () => it.files }, home: it.home }));
  expect(await run("file_rename", { file: "it", name: "x" })).toMatchObject({ kind: "ask", arg: "file" });
});

test("trash and back, with the date of the turn", async () => {
  it.write("Documents/old.txt", "old");
  const trashed = await run("file_trash", { file: "old.txt" }, "fr");
  expect(said(trashed)).toBe("old.txt : à la corbeille.");
  expect(readFileSync(it.at(".local/share/Trash/info/old.txt.trashinfo"), "utf8")).toContain(
    "DeletionDate=2026-11-23T10:00:00",
  );
  expect(said(await undo("file_trash", trashed, "zh"))).toBe("old.txt已从回收站恢复。");
  expect(readFileSync(it.at("Documents/old.txt"), "utf8")).toBe("old");
});

test("a folder is made in another, and goes again while it is empty", async () => {
  const made = await run("folder_create", { name: "drafts", in: "documents" });
  expect(said(made)).toBe("The folder drafts is in ~/Documents.");
  expect(await run("folder_create", { name: "drafts", in: "documents" })).toMatchObject({ code: "FILE_EXISTS" });
  it.write("Documents/drafts/x.txt");
  expect(await undo("folder_create", made)).toMatchObject({ kind: "failed" });
  const other = await run("folder_create", { name: "Italy" });
  await undo("folder_create", other);
  expect(existsSync(it.at("Italy"))).toBe(false);
});

test("pack, unpack elsewhere, undo both", async () => {
  it.write("project/a.txt", "one");
  const packed = await run("archive_create", { file: "project" });
  expect(said(packed)).toMatch(/^Packed into project\.zip, /);
  const unpacked = await run("archive_extract", { file: "it", to: "desktop" });
  expect(said(unpacked)).toBe("Unpacked 1 file into ~/Desktop/project.");
  expect(readFileSync(it.at("Desktop/project/a.txt"), "utf8")).toBe("one");
  await undo("archive_extract", unpacked);
  await undo("archive_create", packed);
  expect(existsSync(it.at("Desktop/project"))).toBe(false);
  expect(existsSync(it.at("project.zip"))).toBe(false);
  expect(existsSync(it.at("project/a.txt"))).toBe(true);
});

test("reading says the head, shows the lines, refuses what is no text", async () => {
  it.write("todo.md", `# To do\n${"buy milk. ".repeat(100)}\n`);
  const read = done(await run("file_read", { file: "todo" }));
  expect(read.say).toMatch(/^todo\.md: # To do buy milk\. .* …$/);
  expect(read.say.length).toBeLessThan(450);
  expect(read.show?.[0]).toBe("# To do");
  it.write("photo.png", Buffer.from([0x89, 0x50, 0, 0]));
  expect(await run("file_read", { file: "photo.png" })).toMatchObject({ kind: "failed", code: "ARGUMENT_INVALID" });
  expect(said(await run("file_read", { file: "documents" }))).toBe("Documents is empty.");
});

test("what is eating the disk, in three languages", async () => {
  it.write("Downloads/film.mkv", Buffer.alloc(2_000_000, 1));
  expect(said(await run("disk_usage"))).toMatch(
    /^Your home folder takes 2(\.\d)? MB\. The largest: Downloads \(2 MB\)/,
  );
  expect(said(await run("disk_usage", { folder: "téléchargements" }, "fr"))).toMatch(/film\.mkv \(2 Mo\)/);
  expect(said(await run("disk_usage", {}, "zh"))).toMatch(/最大的是Downloads（2 MB）/);
});

test("opening without a desktop is unavailable, with the way out", async () => {
  it.write("a.txt");
  expect(await run("file_open", { file: "a.txt" })).toMatchObject({ kind: "unavailable", remedy: expect.any(String) });
});

test("nothing outside of the home folder is touched, whatever the words", async () => {
  symlinkSync(it.outside, it.at("link"));
  const secret = `${it.outside}/secret.txt`;
  for (const file of [secret, "../outside/secret.txt", "~/../outside/secret.txt", "link", "link/secret.txt"])
    for (const [name, more] of [
      ["file_open", {}],
      ["file_read", {}],
      ["file_move", { to: "documents" }],
      ["file_copy", { to: "documents" }],
      ["file_rename", { name: "x" }],
      ["file_trash", {}],
      ["archive_create", {}],
      ["archive_extract", {}],
    ] as const)
      expect(await run(name, { file, ...more }), `${name} ${file}`).toMatchObject({
        kind: "failed",
        code: "FILE_OUTSIDE_HOME",
      });
  it.write("mine.txt");
  for (const to of [it.outside, "../outside", "link"])
    expect(await run("file_move", { file: "mine.txt", to })).toMatchObject({ code: "FILE_OUTSIDE_HOME" });
  expect(readFileSync(secret, "utf8")).toBe("secret");
  expect(readdirSync(it.outside)).toEqual(["secret.txt"]);
});

test("what is not there is said", async () => {
  expect(await run("file_open", { file: "caviar" })).toMatchObject({ kind: "failed", code: "FILE_NOT_FOUND" });
  it.write("a.txt");
  expect(await run("file_move", { file: "a.txt", to: "nowhere" })).toMatchObject({
    kind: "failed",
    code: "FILE_NOT_FOUND",
    remedy: "say: create a folder called nowhere",
  });
});
