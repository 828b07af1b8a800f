import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { homeOfTest, NODE, PATIENCE_MS } from "./own-home.ts";

const EARLY = fileURLToPath(new URL("early-signal-daemon.ts", import.meta.url));

// The handlers once stood after the socket: SIGTERM in the seconds before killed the daemon (status 143), and its log did not say why it ended.
it("a signal that comes while the daemon starts ends it in order", { timeout: PATIENCE_MS }, async () => {
  const home = homeOfTest();
  const child = spawn(NODE, [EARLY], { env: home.env, cwd: home.path, stdio: ["ignore", "pipe", "inherit"] });
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (log += text));
  const [status, signal] = await once(child, "close");
  expect({ status, signal }).toEqual({ status: 0, signal: null });
  expect(log).toMatch(/ending\n$/);
});
