import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { missingPackages } from "./stamp.mjs";

/**
 * Installs what package-lock.json names, with `npm ci`, unless npm's own record says that it is all there.
 * No package's install script runs: none is needed here, and the one of node-llama-cpp would otherwise look for a compiler.
 * Throws with npm's last lines and what to try.
 */
export function installPackages(root, { forTests }) {
  if (hasAll(root, { forTests })) return;
  withLock(join(root, ".setup-lock"), () => {
    if (hasAll(root, { forTests })) return;
    process.stderr.write("saysh setup: installing packages, once (a minute or two) …\n");
    const result = runNpm(root, [
      "ci",
      "--ignore-scripts",
      "--include=dev",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]);
    if (result.status !== 0) {
      throw new Error(
        `npm ci failed.\n${lastLines(result.stderr || result.stdout, 12)}\nIs the network there? Try: npm ci`,
      );
    }
  });
}

function hasAll(root, options) {
  return existsSync(join(root, "node_modules")) && missingPackages(root, options).length === 0;
}

/** Runs the npm that runs us, where there is one, so that two versions do not meet; else the one on the path. */
function runNpm(cwd, args) {
  const npm = process.env.npm_execpath;
  const ownNpm = npm !== undefined && npm.endsWith("npm-cli.js") && existsSync(npm);
  const [file, all] = ownNpm ? [process.execPath, [npm, ...args]] : ["npm", args];
  const env = { ...process.env, NODE_LLAMA_CPP_SKIP_DOWNLOAD: "true" };
  return spawnSync(file, all, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function lastLines(text = "", count) {
  return text.trim().split("\n").slice(-count).join("\n");
}
