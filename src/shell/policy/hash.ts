import { createHash } from "node:crypto";
import type { Call } from "../../intents/plan.ts";

/** SHA-256 of the action and its canonical arguments; the order in which arguments stand does not matter. */
export function callHash(call: Call): string {
  return createHash("sha256")
    .update(`${call.action}\n${canonical(call.args)}`)
    .digest("hex");
}

/** JSON with sorted keys; undefined members are left out, as if they were absent. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
