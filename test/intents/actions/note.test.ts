import { expect, test } from "vitest";
import { noteActions } from "../../../src/intents/actions/note.ts";
import { memoryPowers, said } from "./memory-powers.ts";

test("notes are taken, found, deleted and put back", async () => {
  const world = memoryPowers();
  const { run, undo } = world.runnerOf(noteActions);
  expect(said(await run("note_find"))).toBe("There are no notes yet.");
  const first = await run("note_take", { text: "the boiler was serviced today" });
  await run("note_take", { text: "peindre le couloir en bleu", title: "idées" }, "fr");
  await run("note_take", { text: "停车位是B12" }, "zh");
  expect(said(await run("note_find", { query: "boiler" }))).toBe("Your note says: the boiler was serviced today");
  expect(said(await run("note_find", { query: "couloir" }, "fr"))).toBe(
    "Votre note dit : idées : peindre le couloir en bleu",
  );
  expect(said(await run("note_find", { query: "停车位" }, "zh"))).toBe("您的笔记：停车位是B12");
  expect(said(await run("note_find"))).toMatch(/^3 notes: /);
  const deleted = await run("note_delete", { query: "boiler" });
  expect(await run("note_delete", { query: "boiler" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
  await undo("note_delete", deleted);
  await undo("note_take", first);
  expect(said(await run("note_find", { query: "boiler" }))).toBe("No note mentions boiler.");
});

test("of several notes the shell asks which", async () => {
  const { runnerOf } = memoryPowers();
  const { run } = runnerOf(noteActions);
  await run("note_take", { text: "call the plumber about the sink" });
  await run("note_take", { text: "the plumber comes on Friday" });
  const asked = await run("note_delete", { query: "plumber" });
  expect(asked).toMatchObject({ kind: "choose", arg: "query", options: [{}, {}] });
  const id = asked.kind === "choose" ? asked.options[0]!.id : "";
  expect((await run("note_delete", { query: id })).kind).toBe("done");
});
