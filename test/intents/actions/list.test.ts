import { describe, expect, test } from "vitest";
import { listActions } from "../../../src/intents/actions/list.ts";
import { memoryPowers, said } from "./memory-powers.ts";

function setup() {
  const world = memoryPowers();
  return { ...world, ...world.runnerOf(listActions) };
}

describe("lists", () => {
  test("the shopping list is one list in three languages", async () => {
    const { run } = setup();
    expect(said(await run("list_add", { item: "oat milk" }))).toBe("Added oat milk to the shopping list.");
    expect(said(await run("list_add", { item: "œufs", list: "courses" }, "fr"))).toBe(
      "Ajouté à la liste de courses : œufs.",
    );
    expect(said(await run("list_add", { item: "鸡蛋", list: "购物" }, "zh"))).toBe("鸡蛋已加到购物清单。");
    expect(said(await run("list_read", { list: "groceries" }))).toBe("On the shopping list: oat milk, œufs and 鸡蛋.");
    expect(said(await run("list_add", { item: "Oat Milk" }))).toBe("Already on the shopping list: oat milk.");
  });

  test("undoing an addition also takes back the list that it made", async () => {
    const { run, undo, memory } = setup();
    const added = await run("list_add", { item: "socks", list: "packing" });
    expect(said(await undo("list_add", added))).toBe("Took socks off the list again.");
    expect(memory.lists.all()).toEqual([]);
  });

  test("remove by words that are nearly right, with undo", async () => {
    const { run, undo } = setup();
    await run("list_add", { item: "oat milk" });
    await run("list_add", { item: "cow milk" });
    expect(await run("list_remove", { item: "milk" })).toMatchObject({ kind: "choose", arg: "item" });
    const removed = await run("list_remove", { item: "the oat milk" });
    expect(said(removed)).toBe("Took oat milk off the shopping list.");
    expect(said(await undo("list_remove", removed))).toBe("Put oat milk back on the list.");
    expect(await run("list_remove", { item: "caviar" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
  });

  test("clear gives everything back on undo", async () => {
    const { run, undo } = setup();
    for (const item of ["a", "b", "c"]) await run("list_add", { item, list: "Noël" });
    const cleared = await run("list_clear", { list: "noel" });
    expect(said(await run("list_read", { list: "Noël" }, "fr"))).toBe("La liste de Noël est vide.");
    expect(said(await undo("list_clear", cleared))).toBe("3 items are back on the list.");
    expect(said(await run("list_read", { list: "Noël" }))).toBe("On the Noël list: a, b and c.");
  });

  test("create, twice refused, undo keeps a list that is in use", async () => {
    const { run, undo } = setup();
    const created = await run("list_create", { list: "packing" });
    expect(said(created)).toBe("The packing list is ready.");
    expect(await run("list_create", { list: "Packing" })).toMatchObject({ kind: "failed" });
    await run("list_add", { item: "socks", list: "packing" });
    expect(await undo("list_create", created)).toMatchObject({ kind: "failed" });
    expect(await run("list_read", { list: "films" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
  });
});
