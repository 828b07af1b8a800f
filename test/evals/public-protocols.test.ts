import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const python = spawnSync("python3", ["--version"]).status === 0;

// the scorers and the constrained answers of reflex/protocols are Python, like the training they belong to
test.skipIf(!python)("the public protocols' scorers agree with cases counted by hand (skipped without python3)", () => {
  const run = spawnSync("python3", ["-B", "-m", "unittest", "discover", "-s", "reflex/protocols", "-t", "reflex"], {
    encoding: "utf8",
  });
  expect(run.stderr).toMatch(/OK\n$/);
});
