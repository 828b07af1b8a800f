// Counts what ran: node scripts/ci-summary.mjs <vitest's JSON report> tests=<status> <check>=<status> …
// Prints what failed, then one last line: "N passed, N failed, N skipped". A check is one thing that passes or fails, like a test.
import { existsSync, readFileSync } from "node:fs";

const [path, ...statuses] = process.argv.slice(2);
const count = { passed: 0, failed: 0, skipped: 0 };

const report = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
for (const file of report?.testResults ?? []) {
  const results = file.assertionResults.map((it) => it.status);
  for (const status of results) count[kindOf(status)] += 1;
  // A file that could not be loaded has no results of its own, and still failed.
  if (file.status === "failed" && !results.includes("failed")) fail(`${file.name}: ${file.message || "did not run"}`);
}
if (report === undefined) fail("the tests left no report");

for (const status of statuses) {
  const [name, code] = status.split("=");
  if (name === "tests") {
    // Vitest also fails for errors outside of any test.
    if (code !== "0" && count.failed === 0) fail(`the test run ended with status ${code}`);
  } else if (code === "0") count.passed += 1;
  else fail(`npm run ${name} ended with status ${code}`);
}

const ranTests =
  report?.testResults.some((file) => file.assertionResults.some((it) => it.status === "passed")) ?? false;
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed === 0 && ranTests ? 0 : 1;

function fail(reason) {
  console.log(`failed: ${reason}`);
  count.failed += 1;
}

function kindOf(status) {
  if (status === "passed" || status === "failed") return status;
  return "skipped"; // pending, todo, disabled
}
