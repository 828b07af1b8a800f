import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { createCommandDriver } from "../../../devices/drivers/command/create.ts";
import { sensesOfWordNet } from "../../../src/intents/actions/knowledge/define-word.ts";
import { quoted } from "../../../src/intents/actions/knowledge/local-program.ts";
import { knowledgeActions } from "../../../src/intents/actions/knowledge.ts";
import { languageCode } from "../../../src/intents/actions/language-names.ts";
import { temporaryFolder } from "../../memory/temp-memory.ts";
import { memoryPowers, said } from "./memory-powers.ts";

/** A session whose shell finds, before all else, these little programs. */
function withPrograms(programs: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const env = { ...process.env, PATH: [folder, process.env.PATH].join(delimiter) };
  const command = () => createCommandDriver({ env, home: folder });
  return memoryPowers({ drivers: { command } }).runnerOf(knowledgeActions);
}

const DICT = `[ "$6" = serendipity ] || exit 20
cat <<'END'
1 definition found

From WordNet (r) 3.0 (2006) [wn]:

  serendipity
      n 1: good luck in making unexpected and fortunate
           discoveries [syn: luck]
END`;

test("a word is looked up in the local dictionary", async () => {
  const { run } = withPrograms({ dict: DICT });
  expect(said(await run("define_word", { word: "serendipity" }))).toBe(
    "serendipity: good luck in making unexpected and fortunate discoveries.",
  );
  expect(await run("define_word", { word: "blorp" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
});

test("without dict, WordNet's own program answers", async () => {
  const wn = `printf '%s\\n' '' 'Overview of noun dog' '' '1. (42) dog, domestic dog -- (a member of the genus Canis; "the dog barked")'; exit 1`;
  const { run } = withPrograms({ wn, dict: "exit 41" });
  expect(said(await run("define_word", { word: "dog" }))).toBe("dog: a member of the genus Canis.");
  expect(sensesOfWordNet("nothing")).toEqual([]);
});

test("without any, it says so and how to get one", async () => {
  const { run } = withPrograms({ dict: "exit 127", wn: "exit 127" });
  expect(await run("define_word", { word: "dog" })).toMatchObject({
    kind: "unavailable",
    remedy: expect.stringContaining("apt"),
  });
});

test("words cannot break out of the command line", async () => {
  const evil = `x'; touch broken; echo "$(id)" \`id\``;
  const { run } = withPrograms({ dict: 'printf "1 definition found\\n\\nFrom d [d]:\\n\\n  x\\n  %s\\n" "got $6"' });
  expect(said(await run("define_word", { word: evil }))).toContain("got x'; touch broken; echo");
  expect(quoted("it's")).toBe(`'it'\\''s'`);
});

test("text is translated by apertium or argos-translate, whichever has the pair", async () => {
  const apertium = `[ "$1" = -l ] && { echo "eng-spa spa-eng"; exit; }; sed s/hello/hola/`;
  const argos = `[ "$4" = fr ] && sed s/hello/bonjour/`;
  const { run } = withPrograms({ apertium, "argos-translate": argos });
  expect(said(await run("translate", { text: "hello, it's me", to: "Spanish" }))).toBe("hola, it's me");
  expect(said(await run("translate", { text: "hello", to: "French" }))).toBe("bonjour");
  expect(await run("translate", { text: "hello", to: "Japanese" })).toMatchObject({ kind: "unavailable" });
  expect(await run("translate", { text: "hello", to: "Klingonish" })).toMatchObject({ kind: "failed" });
});

test("languages go by their names in three languages", () => {
  for (const [name, code] of [
    ["French", "fr"],
    ["l'anglais", "en"],
    ["法语", "fr"],
    ["中文", "zh"],
    ["Deutsch", undefined],
    ["espagnol", "es"],
  ] as const) {
    expect(languageCode(name), name).toBe(code);
  }
});
