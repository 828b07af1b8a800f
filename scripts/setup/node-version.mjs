import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const NEEDED_MAJOR = 24;

/** Makes sure that npm's scripts will find Node 24 first: the one in node_modules, else the one that runs this. Throws with the remedy. */
export function checkNode(root) {
  const own = join(root, "node_modules/.bin/node");
  const found = existsSync(own) ? versionOf(own) : process.version;
  if (majorOf(found) >= NEEDED_MAJOR) return;
  throw new Error(
    `saysh needs Node ${NEEDED_MAJOR}; ${existsSync(own) ? `${own} answers ${found || "nothing"}` : `npm has none for ${process.platform}-${process.arch}`}, ` +
      `and this is ${process.version}.\nInstall Node ${NEEDED_MAJOR} from https://nodejs.org/en/download, then run the command again.`,
  );
}

function versionOf(file) {
  const result = spawnSync(file, ["--version"], { encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : "";
}

function majorOf(version) {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}
