import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a stretch of work took. */
export interface Energy {
  readonly joules: number;
  /** `rapl`: the processor packages, from their own counters. `battery`: the whole device, from samples of what the battery gives. */
  readonly source: "rapl" | "battery";
}

/** A battery's figure changes about once a second. */
const SAMPLE_MS = 500;

/**
 * Measures from now to `stop`, where the machine tells: RAPL's counters (Linux powercap), else a battery that is discharging.
 * Both count all that runs meanwhile. Nothing is guessed: undefined where the machine tells nothing, which is usual in virtual ones
 * and, for RAPL, for users without the right to read it.
 *
 * @param sys the /sys of the machine
 */
export function startEnergyMeter(sys = "/sys"): { stop(): Energy | undefined } {
  return raplMeter(join(sys, "class/powercap")) ?? batteryMeter(join(sys, "class/power_supply")) ?? { stop: () => undefined };
}

function raplMeter(folder: string) {
  // "intel-rapl:0" is a package; "intel-rapl:0:1" a part of it that its package counts already. AMD's stand under the same name.
  const packages = namesIn(folder).filter((name) => /^intel-rapl:\d+$/.test(name));
  const readAll = () => packages.map((name) => numberIn(join(folder, name, "energy_uj")));
  const before = readAll();
  if (before.length === 0 || before.includes(undefined)) return undefined;
  return {
    stop(): Energy | undefined {
      const microjoules = readAll().map((now, i) => {
        const grown = now === undefined ? Number.NaN : now - before[i]!;
        // the counter starts again from 0 past its range
        return grown < 0 ? grown + (numberIn(join(folder, packages[i]!, "max_energy_range_uj")) ?? Number.NaN) : grown;
      });
      const joules = microjoules.reduce((a, b) => a + b, 0) / 1e6;
      return Number.isNaN(joules) ? undefined : { joules, source: "rapl" };
    },
  };
}

function batteryMeter(folder: string) {
  const batteries = namesIn(folder).map((name) => join(folder, name));
  const discharging = batteries.find((battery) => textIn(join(battery, "status")) === "Discharging" && wattsOf(battery) !== undefined);
  if (discharging === undefined) return undefined;
  const watts: number[] = [];
  const sample = () => {
    const now = wattsOf(discharging);
    if (now !== undefined) watts.push(now);
  };
  const startedAt = performance.now();
  sample();
  const timer = setInterval(sample, SAMPLE_MS).unref();
  return {
    stop(): Energy | undefined {
      clearInterval(timer);
      sample();
      const seconds = (performance.now() - startedAt) / 1000;
      if (textIn(join(discharging, "status")) !== "Discharging") return undefined; // somebody has plugged it in
      return { joules: (watts.reduce((a, b) => a + b, 0) / watts.length) * seconds, source: "battery" };
    },
  };
}

/** Batteries tell their power, or their current and voltage; both in millionths. Some drivers write the current of a discharge as negative. */
function wattsOf(battery: string): number | undefined {
  const microwatts = numberIn(join(battery, "power_now"));
  if (microwatts !== undefined) return Math.abs(microwatts) / 1e6;
  const microamperes = numberIn(join(battery, "current_now"));
  const microvolts = numberIn(join(battery, "voltage_now"));
  return microamperes === undefined || microvolts === undefined ? undefined : (Math.abs(microamperes) * microvolts) / 1e12;
}

function numberIn(file: string): number | undefined {
  const text = textIn(file);
  return text === undefined || !/^-?\d+$/.test(text) ? undefined : Number(text);
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined; // not there, or not for this user: then the machine does not tell
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
