import type { DensityRow } from "../../src/models/density/row.ts";

/** A measured model; what a test is about is given. */
export function densityRow(given: Partial<DensityRow> = {}): DensityRow {
  const share = { share: 0.8, low: 0.77, high: 0.83 };
  return {
    sha256: "a".repeat(64),
    name: "reflex",
    at: "2026-11-01T10:00:00.000Z",
    measuredAt: "2026-11-01T10:00:00.000Z",
    machine: "2 × x64",
    scale: "evals-1",
    calibration: "c1",
    n: 948,
    exact: share,
    rightActions: share,
    nothingDone: share,
    followUps: share,
    parameters: 3_000_000,
    tokensRead: 13,
    tokensWritten: 8,
    multiplyAdds: 50_000_000,
    cpuMs: { median: 5, p95: 12, mean: 6 },
    joules: null,
    energySource: null,
    residentBytes: 4_000_000,
    fileBytes: 3_400_000,
    loadMs: 50,
    density: { value: 16, low: 15.4, high: 16.6 },
    ...given,
  };
}
