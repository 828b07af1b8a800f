const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/**
 * Settles with the first signal that asks this process to end; from the call on, none of them kills it. Called before anything heavy
 * is loaded, for a signal that comes while the daemon starts. The listeners stay: signal-exit, which libraries of ours load, counts
 * those that are left while a signal is handled, and kills the process when it finds only its own, as it does after a `once`.
 */
export function endSignal(): Promise<(typeof SIGNALS)[number]> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
  });
}
