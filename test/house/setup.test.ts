import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "./sources.ts";

// A repository of its own with a lock file, what npm says it installed, and an npm that only leaves a mark.
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "saysh-setup-"));
  cpSync(join(ROOT, "scripts"), join(root, "scripts"), { recursive: true });
  write("bin/npm", '#!/bin/sh\necho "$@" >"$(dirname "$0")/../asked"\nexit 1\n');
  execFileSync("chmod", ["+x", join(root, "bin/npm")]);
  write("package-lock.json", lock({ run: "1.0.0", testing: "1.0.0" }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("asks npm for what is missing, without anybody's scripts, and says what to try when npm fails", () => {
  const { status, stderr } = setup();
  expect({ status, asked: asked() }).toEqual({ status: 1, asked: expect.stringMatching(/^ci --ignore-scripts/) });
  expect(stderr).toMatch(/npm ci failed.*Try: npm ci/s);
  expect(existsSync(join(root, ".setup-lock"))).toBe(false);
});

test("is content with what npm says it has installed, and the second time with its own stamp", () => {
  install({ run: "1.0.0", testing: "1.0.0" });
  expect(setup("--test")).toMatchObject({ status: 0, stderr: "" });
  rmSync(join(root, "node_modules/.package-lock.json"));
  expect(setup("--test")).toMatchObject({ status: 0, stderr: "" });
  expect(asked()).toBeUndefined();
});

test("running needs no packages for tests; testing does", () => {
  install({ run: "1.0.0" });
  expect(setup()).toMatchObject({ status: 0, stderr: "" });
  expect(asked()).toBeUndefined();
  expect(setup("--test").status).toBe(1);
  expect(asked()).toBeDefined();
});

test("a new version in the lock file is a new install", () => {
  install({ run: "1.0.0", testing: "1.0.0" });
  setup("--test");
  write("package-lock.json", lock({ run: "1.0.1", testing: "1.0.0" }));
  setup("--test");
  expect(asked()).toBeDefined();
});

test("a lock left by a process that is gone does not hold anybody up", () => {
  const gone = spawnSync("true").pid;
  write(".setup-lock/pid", String(gone));
  setup();
  expect(asked()).toBeDefined();
});

test("drops the builds of other processors, and the headers beside Node", () => {
  install({ run: "1.0.0", testing: "1.0.0" });
  const own = `${process.platform}-${process.arch}`;
  write(`node_modules/@node-llama-cpp/${own}/bins/it`, "");
  write("node_modules/@node-llama-cpp/beos-mips/bins/it", "");
  write("node_modules/node-llama-cpp/llama/gitRelease.bundle", "");
  write(`node_modules/node-${own}/include/node.h`, "");
  setup("--trim");
  expect(existsSync(join(root, `node_modules/@node-llama-cpp/${own}/bins/it`))).toBe(true);
  for (const gone of ["@node-llama-cpp/beos-mips", "node-llama-cpp/llama/gitRelease.bundle", `node-${own}/include`])
    expect(existsSync(join(root, "node_modules", gone)), gone).toBe(false);
});

function setup(...args: readonly string[]) {
  const { npm_execpath: _, ...env } = process.env;
  env.PATH = `${join(root, "bin")}:${env.PATH}`;
  return spawnSync(process.execPath, [join(root, "scripts/setup.mjs"), ...args], { env, encoding: "utf8" });
}

function asked(): string | undefined {
  const path = join(root, "asked");
  return existsSync(path) ? execFileSync("cat", [path], { encoding: "utf8" }) : undefined;
}

function install(versions: Readonly<Record<string, string>>): void {
  write("node_modules/.package-lock.json", lock(versions));
  for (const name of Object.keys(versions)) write(`node_modules/${name}/package.json`, "{}");
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
  symlinkSync(process.execPath, join(root, "node_modules/.bin/node"));
}

function lock(versions: Readonly<Record<string, string>>): string {
  const packages = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    { version, ...(name === "testing" ? { dev: true } : {}) },
  ]);
  return JSON.stringify({ packages: { "": {}, ...Object.fromEntries(packages) } });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
