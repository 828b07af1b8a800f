import { expect, test } from "vitest";
import { reachedFrom, readSources } from "./sources.ts";

const sources = readSources("src", "devices");

// What touches the outside: files, processes, networks, databases, models, buses.
const OUTSIDE =
  /^(node:(fs|fs\/promises|child_process|net|http|http2|https|tls|dgram|sqlite|worker_threads|readline)|execa|node-llama-cpp|@jellybrick\/dbus-next)$/;

test("actions receive drivers, they never import one that touches the machine", () => {
  const broken: string[] = [];
  for (const { path, imports } of within("src/intents/actions/")) {
    for (const { to, typeOnly } of imports) {
      if (typeOnly || !to.startsWith("devices/")) continue;
      for (const [reached, road] of reachedFrom(to, sources)) {
        if (OUTSIDE.test(reached)) broken.push([path, ...road].join(" → "));
      }
    }
  }
  expect(broken).toEqual([]);
});

test("node-llama-cpp has one importer: src/models", () => {
  expect(importersOf(/^node-llama-cpp(\/|$)/).filter((path) => !path.startsWith("src/models/"))).toEqual([]);
});

test("the turn machine has no input or output, nor has anything it loads", () => {
  const outside = [...reachedFrom("src/shell/turn/machine.ts", sources)].filter(([reached]) => OUTSIDE.test(reached));
  expect(outside.map(([, road]) => road.join(" → "))).toEqual([]);
});

test.each([
  ["src/models/", ["src/shell/", "src/intents/", "src/voice/", "src/memory/", "src/agents/", "src/kiosk/", "devices/"]],
  ["src/memory/", ["src/shell/", "src/voice/", "src/agents/", "src/kiosk/", "src/models/", "devices/"]],
  ["src/intents/", ["src/shell/", "src/voice/", "src/agents/", "src/kiosk/"]],
  ["src/voice/", ["src/shell/", "src/intents/understand/", "src/agents/", "src/kiosk/"]],
  ["devices/", ["src/shell/", "src/intents/understand/", "src/intents/actions/", "src/models/", "src/voice/"]],
])("%s loads nothing from further up the road", (from, above) => {
  const broken = within(from).flatMap(({ path, imports }) =>
    imports
      .filter((it) => !it.typeOnly && above.some((folder) => it.to.startsWith(folder)))
      .map((it) => `${path} → ${it.to}`),
  );
  expect(broken).toEqual([]);
});

test("every import of ours leads to a file in the repository", () => {
  const lost = within("").flatMap(({ path, imports }) =>
    imports.filter(({ to }) => /^(src|devices)\//.test(to) && !sources.has(to)).map(({ to }) => `${path} → ${to}`),
  );
  expect(lost).toEqual([]);
});

function within(folder: string) {
  return [...sources.values()].filter(({ path }) => path.startsWith(folder));
}

function importersOf(name: RegExp): readonly string[] {
  return within("")
    .filter(({ imports }) => imports.some(({ to }) => name.test(to)))
    .map(({ path }) => path);
}
