import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startEnergyMeter } from "../../src/models/density/energy.ts";
import { temporaryFolder } from "../support/programs.ts";

test("a machine that tells nothing gives nothing, not zero", () => {
  expect(startEnergyMeter(sysOf({})).stop()).toBeUndefined();
});

test("RAPL: the packages together; their parts are in them already, and a counter that went round is understood", () => {
  const sys = sysOf({
    ...package_("intel-rapl:0", 5_000_000),
    ...package_("intel-rapl:0:0", 900_000),
    ...package_("intel-rapl:1", 9_500_000),
  });
  const meter = startEnergyMeter(sys);
  write(sys, package_("intel-rapl:0", 7_000_000));
  write(sys, package_("intel-rapl:0:0", 1_900_000));
  write(sys, package_("intel-rapl:1", 500_000)); // its range is 10 J
  expect(meter.stop()).toEqual({ joules: 3, source: "rapl" });
});

test("RAPL that may not be read is as none", () => {
  expect(startEnergyMeter(sysOf({ "class/powercap/intel-rapl:0/name": "package-0" })).stop()).toBeUndefined();
});

test.each([
  ["power", { power_now: "6000000" }],
  ["current and voltage", { current_now: "-500000", voltage_now: "12000000" }],
])("a battery that gives %s is sampled over the time", (_, figures) => {
  const meter = startEnergyMeter(sysOf(battery({ status: "Discharging", ...figures })));
  const startedAt = performance.now();
  while (performance.now() - startedAt < 20);
  const energy = meter.stop();
  expect(energy?.source).toBe("battery");
  const watts = energy!.joules / ((performance.now() - startedAt) / 1000);
  expect(watts).toBeGreaterThan(5);
  expect(watts).toBeLessThan(7.5);
});

test("a battery that is charging, or was plugged in meanwhile, tells nothing of what was used", () => {
  expect(startEnergyMeter(sysOf(battery({ status: "Charging", power_now: "6000000" }))).stop()).toBeUndefined();
  const sys = sysOf(battery({ status: "Discharging", power_now: "6000000" }));
  const meter = startEnergyMeter(sys);
  write(sys, battery({ status: "Charging" }));
  expect(meter.stop()).toBeUndefined();
});

const package_ = (name: string, microjoules: number) => ({
  [`class/powercap/${name}/energy_uj`]: `${microjoules}\n`,
  [`class/powercap/${name}/max_energy_range_uj`]: "10000000\n",
});

const battery = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`class/power_supply/BAT0/${name}`, `${text}\n`]));

function sysOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  write(folder.path, files);
  return folder.path;
}

function write(sys: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(sys, name)), { recursive: true });
    writeFileSync(join(sys, name), text);
  }
}
