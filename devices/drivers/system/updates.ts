import { because } from "../../../src/reasons/reason.ts";
import { type Env, hasProgram, runProgram } from "../run-program.ts";
import type { Update } from "./system.ts";

interface Options {
  readonly env: Env;
  readonly signal?: AbortSignal;
}

/** A full upgrade of a Raspberry Pi from a slow mirror stays below half an hour. */
const INSTALL_TIMEOUT_MS = 30 * 60_000;

/** What apt would upgrade, by the package lists as they were last fetched. */
export async function listUpdates(options: Options): Promise<readonly Update[]> {
  if (!hasProgram("apt", options.env)) throw because("updates.no-apt");
  const out = await runProgram("apt", ["list", "--upgradable"], {
    ...options,
    timeoutMs: 60_000,
    debianPackage: "apt",
  });
  return out.split("\n").flatMap((line) => {
    const found = /^([^/\s]+)\/\S+ (\S+) \S+ \[upgradable from: (\S+)\]/.exec(line);
    return found ? [{ name: found[1]!, to: found[2]!, from: found[3]! }] : [];
  });
}

/** As root by apt-get; else by PackageKit, which asks for the right itself; else by sudo where it needs no password. */
export async function installUpdates(options: Options): Promise<void> {
  const env = { ...options.env, DEBIAN_FRONTEND: "noninteractive" };
  const limits = { ...options, env, timeoutMs: INSTALL_TIMEOUT_MS };
  const apt = ["apt-get", "--yes", "--quiet", "-o", "Dpkg::Options::=--force-confold", "upgrade"] as const;
  if (!hasProgram("apt-get", env)) throw because("updates.no-apt");
  if (process.getuid?.() === 0) {
    await runProgram(apt[0], apt.slice(1), { ...limits, debianPackage: "apt" });
  } else if (hasProgram("pkcon", env)) {
    await runProgram("pkcon", ["--plain", "--noninteractive", "update"], {
      ...limits,
      debianPackage: "packagekit-tools",
    });
  } else {
    await runProgram("sudo", ["--non-interactive", ...apt], { ...limits, debianPackage: "packagekit-tools" }).catch(
      (cause: unknown) => {
        throw because("updates.may-not", {}, { cause });
      },
    );
  }
}
