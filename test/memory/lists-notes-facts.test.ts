import { describe, expect, test } from "vitest";
import { temporaryMemory } from "./temp-memory.ts";

describe("lists", () => {
  test("a list and an item are the same under any spelling", () => {
    const { memory } = temporaryMemory();
    const { id } = memory.lists.create("To-do");
    expect(memory.lists.find("to do")?.id).toBe(id);
    expect(memory.lists.add(id, "Crème brûlée")).toMatchObject({ isNew: true });
    expect(memory.lists.add(id, "creme brulee")).toMatchObject({ isNew: false, item: { text: "Crème brûlée" } });
    expect(() => memory.lists.create("TO DO")).toThrow(/already/);
  });

  test("clear and restore keep the order", () => {
    const { memory, clock } = temporaryMemory();
    const { id } = memory.lists.create("shopping");
    for (const item of ["milk", "eggs", "牛奶"]) {
      memory.lists.add(id, item);
      clock.advance(1000);
    }
    const removed = memory.lists.clear(id);
    expect(memory.lists.items(id)).toEqual([]);
    memory.lists.add(id, "tea");
    memory.lists.restore(JSON.parse(JSON.stringify(removed)));
    expect(memory.lists.items(id).map((item) => item.text)).toEqual(["milk", "eggs", "牛奶", "tea"]);
  });
});

describe("notes and facts", () => {
  test("are found by their telling words, in three languages", () => {
    const { memory } = temporaryMemory();
    memory.facts.remember("I'm allergic to nuts");
    memory.facts.remember("la voiture est garée au troisième sous-sol");
    memory.facts.remember("家里的无线密码是八个八");
    memory.facts.remember("my sister's birthday is on the fourth of May");
    const first = (query: string) => memory.facts.search(query)[0]?.text;
    expect(first("what am I allergic to")).toBe("I'm allergic to nuts");
    expect(first("allergies")).toBe("I'm allergic to nuts");
    expect(first("où est la voiture")).toContain("garée");
    expect(first("无线密码")).toContain("八个八");
    expect(first("my sister's birthday")).toContain("May");
    expect(memory.facts.search("passport")).toEqual([]);
    expect(memory.facts.search('"; OR *')).toEqual([]);
  });

  test("what is removed is not found, what is put back is", () => {
    const { memory } = temporaryMemory();
    const note = memory.notes.take("the boiler was serviced in March", "boiler");
    memory.notes.remove(note.id);
    expect(memory.notes.search("boiler")).toEqual([]);
    memory.notes.restore(JSON.parse(JSON.stringify(note)));
    expect(memory.notes.search("boiler")).toEqual([note]);
    expect(memory.notes.all()).toEqual([note]);
  });
});

test("preferences and phrases", () => {
  const { memory } = temporaryMemory();
  expect(memory.preferences.set("Units", "metric")).toBeUndefined();
  expect(memory.preferences.set("units", "imperial")).toBe("metric");
  const taught = memory.phrases.teach("Movie night!", "dim the screen to 20", "en");
  memory.phrases.setOn(taught.phrase.id, false);
  expect(memory.phrases.find("movie night")).toMatchObject({ on: false });
  const again = memory.phrases.teach("movie night", "mute", "en");
  expect(again).toMatchObject({ phrase: { on: true, meaning: "mute" }, before: { meaning: "dim the screen to 20" } });
  memory.phrases.restore(JSON.parse(JSON.stringify(again.before)));
  expect(memory.phrases.find("movie night")).toEqual(again.before);
});
