// Preloaded into a measured process (node --import): leaves what the process has used in the file named by BENCH_USAGE.
import { writeFileSync } from "node:fs";

const file = process.env.BENCH_USAGE;
delete process.env.BENCH_USAGE; // not for the processes that it starts
if (file) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: maxRSS * 1024 }));
  });
}
