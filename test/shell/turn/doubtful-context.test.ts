import { expect, test } from "vitest";
import type { Understand } from "../../../src/shell/session.ts";
import { planOf, smallShell } from "../small-shell.ts";

/** Knows these words alone, but not after another turn; `timer_start` only after one. */
const mind: Understand = async (utterance, { context }) => {
  const isMuddled = utterance === "volume_get" ? context !== undefined : utterance.startsWith("timer") && !context;
  return isMuddled ? { ...planOf(utterance), unsure: true } : planOf(utterance);
};

test("words that the turn before makes doubtful are read alone; those that need it keep it", async () => {
  const { session } = smallShell({ understand: mind });
  expect((await session.handle("volume_get")).outcome).toBe("done");
  expect(await session.handle("volume_get")).toMatchObject({ outcome: "done", reply: "It is at 40 percent." });
  expect((await session.handle('timer_start {"duration": "PT5M"}')).outcome).toBe("done");
  expect((await session.handle("xyzzy")).outcome).toBe("not_understood");
  session.close();
});
