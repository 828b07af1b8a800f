import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { turnMachinePage } from "../../scripts/diagram.ts";
import { turnMachine } from "../../src/shell/turn/machine.ts";

it("docs/turn-machine.md is what the machine says (else: node scripts/diagram.ts)", () => {
  const page = readFileSync(new URL("../../docs/turn-machine.md", import.meta.url), "utf8");
  expect(page).toBe(turnMachinePage());
});

it("every state says what it is for", () => {
  const states = Object.values(turnMachine.root.states).flatMap((region) => [region, ...Object.values(region.states)]);
  expect(states.filter((state) => !state.description).map(({ key }) => key)).toEqual([]);
});
