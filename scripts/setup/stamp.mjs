import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = "node_modules/.saysh-setup";

/**
 * Whether the packages of package-lock.json are installed: by the stamp of an earlier setup, or, where somebody ran npm by hand,
 * by npm's own record of what it installed. Reads at most three files.
 */
export function isUpToDate(root, { forTests }) {
  if (!existsSync(join(root, "node_modules/.bin"))) return false;
  const stamp = readIfThere(join(root, STAMP));
  if (stamp === stampOf(root, true) || (!forTests && stamp === stampOf(root, false))) return true;
  return false;
}

/** Records that this lock file is installed here, trimmed, with its Node checked. */
export function writeStamp(root, { forTests }) {
  writeFileSync(join(root, STAMP), stampOf(root, forTests));
}

/** The packages that the lock file asks for on any machine and npm has not installed in that version. */
export function missingPackages(root, { forTests }) {
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const record = readIfThere(join(root, "node_modules/.package-lock.json"));
  const installed = record === undefined ? {} : JSON.parse(record).packages;
  return Object.entries(wanted)
    .filter(([path, it]) => path !== "" && !it.optional && !it.devOptional && (forTests || !it.dev))
    .filter(([path, it]) => installed[path]?.version !== it.version || !existsSync(join(root, path, "package.json")))
    .map(([path]) => path);
}

function stampOf(root, forTests) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform}-${process.arch} ${forTests ? "all" : "run"}\n`;
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
