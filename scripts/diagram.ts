import { writeFileSync } from "node:fs";
import type { AnyStateNode, AnyTransitionDefinition } from "xstate";
import { turnMachine } from "../src/shell/turn/machine.ts";

const PAGE = new URL("../docs/turn-machine.md", import.meta.url);

/** docs/turn-machine.md, made from the machine itself: the diagram, and each state's `description`. */
export function turnMachinePage(): string {
  const regions = Object.values(turnMachine.root.states);
  return [
    "# The turn machine",
    "",
    "Generated from `src/shell/turn/machine.ts` by `node scripts/diagram.ts`; a test fails when this page is stale.",
    "",
    "Three regions live side by side. In the labels: the event, in brackets the guard, `done` and `error` for the end of the actor that the",
    "state invokes, `after` for a named delay.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  state road {",
    regions.map((region) => diagramOf(region)).join("\n    --\n"),
    "  }",
    "```",
    ...regions.flatMap(textOf),
    "",
    "## Delays",
    "",
    "| delay | milliseconds |",
    "| --- | --- |",
    ...Object.entries(turnMachine.implementations.delays ?? {}).map(
      ([name, ms]) =>
        `| ${name} | ${typeof ms === "number" ? ms.toLocaleString("en-GB").replaceAll(",", " ") : "per call"} |`,
    ),
    "",
  ].join("\n");
}

function diagramOf(region: AnyStateNode): string {
  const name = (state: AnyStateNode) => (region.key === "turn" ? state.key : `${region.key}_${state.key}`);
  const lines = Object.values(region.states).flatMap((state) => {
    const declared = name(state) === state.key ? [] : [`state "${state.key}" as ${name(state)}`];
    const byTarget = new Map<string, string[]>();
    for (const transition of [...state.transitions.values()].flat()) {
      for (const target of transition.target ?? [state]) {
        byTarget.set(name(target), [...(byTarget.get(name(target)) ?? []), labelOf(transition)]);
      }
    }
    return [
      ...declared,
      ...[...byTarget].map(([target, labels]) => `${name(state)} --> ${target}: ${unique(labels).join("<br/>")}`),
    ];
  });
  const [initial] = region.initial.target;
  return [`[*] --> ${name(initial!)}`, ...lines].map((line) => `    ${line}`).join("\n");
}

function labelOf({ eventType, guard }: AnyTransitionDefinition): string {
  const named = guardName(guard);
  return `${eventName(eventType)}${named === undefined ? "" : ` [${named}]`}`;
}

function eventName(type: string): string {
  const after = /^xstate\.after\.(\w+)\./.exec(type)?.[1];
  if (after !== undefined) return `after ${after}`;
  if (type.startsWith("xstate.done.actor.")) return "done";
  if (type.startsWith("xstate.error.actor.")) return "error";
  return type;
}

/** A guard's name, and the word that it is asked to compare with ("answers yes"). */
function guardName(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === "function") return "isHeard";
  const { type, params } = guard as { type: string; params?: unknown };
  if (typeof params !== "function") return type;
  const given: unknown = params({ context: turnMachine.config.context, event: { output: { next: {} } } });
  const word =
    given !== null && typeof given === "object"
      ? Object.values(given).find((value) => typeof value === "string")
      : undefined;
  return word === undefined ? type : `${type} ${word}`;
}

function textOf(region: AnyStateNode): readonly string[] {
  return [
    "",
    `## ${region.key}`,
    "",
    region.description ?? "",
    ...Object.values(region.states).flatMap((state) => ["", `**${state.key}**: ${state.description ?? ""}`]),
  ];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

if (import.meta.main) writeFileSync(PAGE, turnMachinePage());
