import { z } from "zod";

const INTERVAL = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** One measured model: a line of a density history. docs/density.md defines every figure. Unknown keys of later versions are dropped. */
export const DENSITY_ROW = z.object({
  /** Of the GGUF's bytes. */
  sha256: z.string(),
  name: z.string(),
  /** When this model came to be: its commit, else when it was first measured here. ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Of the repository, for the project's own models. */
  commit: z.string().optional(),
  measuredAt: z.iso.datetime(),
  /** Processors, for the figures that depend on them. */
  machine: z.string(),
  /** Hash of the evals that were asked: only rows of one scale compare. */
  scale: z.string(),
  /** Hash of the calibration.json beside the model; null where there was none. */
  calibration: z.string().nullable(),
  /** Utterances that ask for something; all means are taken over them. */
  n: z.int().positive(),
  exact: INTERVAL,
  rightActions: INTERVAL,
  /** Over the utterances that ask for nothing. */
  nothingDone: INTERVAL,
  followUps: INTERVAL,
  parameters: z.int().positive(),
  tokensRead: z.number(),
  tokensWritten: z.number(),
  /** Mean per answer. */
  multiplyAdds: z.number().positive(),
  cpuMs: z.object({ median: z.number(), p95: z.number(), mean: z.number() }),
  /** Mean per answer; null where the machine does not tell. */
  joules: z.number().nullable(),
  energySource: z.enum(["rapl", "battery"]).nullable(),
  residentBytes: z.int(),
  fileBytes: z.int(),
  loadMs: z.number(),
  /** Exact plans per billion multiply-adds. */
  density: z.object({ value: z.number(), low: z.number(), high: z.number() }),
});
export type DensityRow = z.infer<typeof DENSITY_ROW>;

/** Rows of one identity are measurements of the same thing: the same weights and thresholds on the same evals. */
export function identityOf({ sha256, calibration, scale }: DensityRow): string {
  return `${sha256} ${calibration} ${scale}`;
}
