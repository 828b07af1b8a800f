import type { Decision, Verdict } from "./decide.ts";

const STRICTNESS: Readonly<Record<Verdict, number>> = { allow: 0, ask: 1, deny: 2 };

/** The strictest of several decisions; of equals the first, so that the default is named before config.toml. */
export function strictest(decisions: readonly [Decision, ...Decision[]]): Decision {
  return decisions.reduce((worst, next) => (STRICTNESS[next.decision] > STRICTNESS[worst.decision] ? next : worst));
}
