import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { turnMachinePage, voicePage } from "../../scripts/diagram.ts";
import { turnMachine } from "../../src/shell/turn/machine.ts";
import { hearingMachine } from "../../src/voice/hearing/index.ts";

it("docs/turn-machine.md is what the machine says (else: node scripts/diagram.ts)", () => {
  const page = readFileSync(new URL("../../docs/turn-machine.md", import.meta.url), "utf8");
  expect(page).toBe(turnMachinePage());
});

it("the diagram of docs/voice.md is what the hearing machine says (else: node scripts/diagram.ts)", () => {
  const page = readFileSync(new URL("../../docs/voice.md", import.meta.url), "utf8");
  expect(page).toBe(voicePage(page));
});

it("every state says what it is for", () => {
  const regions = [turnMachine, hearingMachine].flatMap(({ root }) => Object.values(root.states));
  const states = regions.flatMap((region) => [region, ...Object.values(region.states)]);
  expect(states.filter((state) => !state.description).map(({ key }) => key)).toEqual([]);
});
