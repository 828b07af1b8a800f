#!/usr/bin/env node
// The command: the built program where there is one, else its sources; on a Node older than 24, by way of the one in node_modules.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { constants, homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NEEDED_MAJOR = 24;
const root = fileURLToPath(new URL("..", import.meta.url));
const built = join(root, "dist/src/cli.js");
const entry = existsSync(built) ? built : join(root, "src/cli.ts");

if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) {
  // Compiled once, loaded from then on: a one-shot command starts in half the time (bench/RESULTS.md).
  nodeModule.enableCompileCache(compileCache());
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
} else {
  const node = findNode();
  if (node === undefined) {
    process.stderr.write(
      `saysh needs Node ${NEEDED_MAJOR}, this is ${process.version}, and none is in node_modules.\nRun npm ci in ${root}, or install Node ${NEEDED_MAJOR}.\n`,
    );
    process.exitCode = 2;
  } else handOver(node);
}

/** A folder of the person's own, as src/paths.ts has it; nothing breaks when it cannot be written. */
function compileCache() {
  const { SAYSH_CACHE_DIR: own, XDG_CACHE_HOME: xdg } = process.env;
  const cache = own || join(xdg || join(homedir(), ".cache"), "saysh");
  return join(cache, "compiled");
}

/** The binary of the package node-<platform>-<arch>, wherever npm has put it beside or above this package. */
function findNode() {
  try {
    const manifest = nodeModule
      .createRequire(import.meta.url)
      .resolve(`node-${process.platform}-${process.arch}/package.json`);
    const file = join(dirname(manifest), "bin/node");
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Runs this command again with `node`, as if it were this process: its streams, its signals, its exit status. */
function handOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGHUP", "SIGUSR2"]) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both; sent on, the child would hear it twice.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  child.on("error", (error) => {
    process.stderr.write(`saysh: ${node} does not start: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
