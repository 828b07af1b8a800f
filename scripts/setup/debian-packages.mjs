import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const LIST = "test/debian-packages.txt";

/**
 * Installs the Debian programs that some tests drive for real (a sound server, a bus, a screen), where apt-get is there and may.
 * Never fails: a test whose program is missing is skipped and says why, so here one line on standard error is enough.
 */
export function installDebianPackages(root) {
  const missing = missingPackages(root);
  if (missing.length === 0) return;
  const say = (text) => process.stderr.write(`saysh setup: ${text}\n`);
  if (!isOnPath("apt-get")) return say(`no apt-get here; tests that need these are skipped: ${missing.join(" ")}`);
  if (process.getuid?.() !== 0)
    return say(`tests that need these are skipped; sudo apt-get install ${missing.join(" ")}`);
  say(`installing Debian packages for the tests: ${missing.join(" ")} …`);
  apt(["update"]);
  if (apt(["install", ...missing]) === 0) return;
  // One unknown name makes apt refuse the lot; one by one, the others still come.
  const refused = missing.filter((name) => apt(["install", name]) !== 0);
  if (refused.length > 0) say(`not installed, so tests that need them are skipped: ${refused.join(" ")}`);
}

function missingPackages(root) {
  const path = join(root, LIST);
  if (!existsSync(path)) return [];
  const names = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
  const installed = installedPackages(names);
  return names.filter((name) => !installed.has(name));
}

function installedPackages(names) {
  const result = spawnSync("dpkg-query", ["--show", "--showformat=${Package} ${db:Status-Status}\n", ...names], {
    encoding: "utf8",
  });
  const lines = (result.stdout ?? "").split("\n").map((line) => line.split(" "));
  return new Set(lines.filter(([, status]) => status === "installed").map(([name]) => name));
}

function apt([verb, ...names]) {
  const args = ["-q", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120", verb];
  if (verb === "install") args.push("--no-install-recommends", ...names);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { env, stdio: "ignore", timeout: 240_000 }).status;
}

function isOnPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((directory) => existsSync(join(directory, program)));
}
