import { describe, expect, it } from "vitest";
import type { Thing } from "../../src/intents/result.ts";
import { createReferences } from "../../src/shell/references.ts";
import { readChoice } from "../../src/shell/turn/read-choice.ts";

const file = (name: string): Thing => ({ kind: "file", id: `/home/ann/${name}`, name });
const timer = (id: string, name: string): Thing => ({ kind: "timer", id, name });
const SIZES: Readonly<Record<string, number>> = { "report.pdf": 10, "holiday.jpg": 300, "notes.txt": 1 };
const FOUND = ["report.pdf", "holiday.jpg", "notes.txt"].map(file);

function after(...turns: readonly (readonly Thing[])[]) {
  const references = createReferences((thing, dimension) => (dimension === "size" ? SIZES[thing.name] : undefined));
  for (const [index, things] of turns.entries()) references.mention(index + 1, things);
  return (words: string, kind: Thing["kind"] = "file") => references.resolve(words, [kind]).map(({ name }) => name);
}

describe("references", () => {
  it.each(["it", "that", "this file", "ça", "le", "celui-ci", "它", "那个"])(
    "%j is the one thing named last",
    (words) => {
      expect(after(FOUND, [file("song.mp3")])(words)).toEqual(["song.mp3"]);
    },
  );

  it("is several when several were named, so that the caller can ask", () => {
    expect(after(FOUND)("it")).toHaveLength(3);
    expect(after(FOUND)("them")).toHaveLength(3);
  });

  it("looks only at things of the kind that is asked for", () => {
    expect(after(FOUND, [timer("1", "pasta")])("it", "timer")).toEqual(["pasta"]);
    expect(after([timer("1", "pasta")])("it", "file")).toEqual([]);
  });

  it.each([
    ["the first one", "report.pdf"],
    ["the second one", "holiday.jpg"],
    ["the last one", "notes.txt"],
    ["number 3", "notes.txt"],
    ["2", "holiday.jpg"],
    ["le deuxième", "holiday.jpg"],
    ["la première", "report.pdf"],
    ["la dernière", "notes.txt"],
    ["第二个", "holiday.jpg"],
    ["最后一个", "notes.txt"],
    ["倒数第二个", "holiday.jpg"],
    ["the bigger one", "holiday.jpg"],
    ["le plus petit", "notes.txt"],
    ["最大的", "holiday.jpg"],
    ["the report", "report.pdf"],
    ["report.pdf", "report.pdf"],
    ["holliday", "holiday.jpg"],
    ["mes notes", "notes.txt"],
  ])("%j of a list is %s", (words, name) => expect(after(FOUND)(words)).toEqual([name]));

  it("still counts in the list after one of it was used", () => {
    const resolve = after(FOUND, [FOUND[0]!]);
    expect(resolve("it")).toEqual(["report.pdf"]);
    expect(resolve("the second one")).toEqual(["holiday.jpg"]);
  });

  it("finds the other one of two", () => {
    const two = [timer("1", "pasta"), timer("2", "eggs")];
    expect(after(two, [two[0]!])("the other one", "timer")).toEqual(["eggs"]);
    expect(after(two, [two[1]!])("l'autre", "timer")).toEqual(["pasta"]);
    expect(after(two, [two[1]!])("另一个", "timer")).toEqual(["pasta"]);
  });

  it("names nothing that was not mentioned", () => {
    expect(after(FOUND)("the budget")).toEqual([]);
    expect(after()("it")).toEqual([]);
    expect(after(FOUND)("the ninth one")).toEqual([]);
  });
});

describe("choosing from numbered options", () => {
  const lamps: readonly Thing[] = [
    { kind: "device", id: "a", name: "desk lamp" },
    { kind: "device", id: "b", name: "floor lamp" },
    { kind: "device", id: "c", name: "Lamp 2" },
  ];
  it.each([
    ["2", "b"],
    ["the second one", "b"],
    ["two", "b"],
    ["deux", "b"],
    ["la deuxième", "b"],
    ["第二个", "b"],
    ["二", "b"],
    ["desk", "a"],
    ["the floor lamp please", "b"],
    ["lamp 2", "c"],
    ["the last one", "c"],
    ["none", "none"],
    ["aucun", "none"],
    ["都不是", "none"],
    ["the lamp", undefined],
    ["7", undefined],
    ["bananas", undefined],
  ])("%j → %s", (words, chosen) => expect(readChoice(words, lamps)).toBe(chosen));

  it("gives the id, since a name can be that of several", () => {
    expect(readChoice("1", [file("a.txt")])).toBe("/home/ann/a.txt");
    const twins: readonly Thing[] = [
      { kind: "note", id: "7", name: "plan" },
      { kind: "note", id: "9", name: "plan" },
    ];
    expect(readChoice("the second one", twins)).toBe("9");
  });
});
