/** `saysh daemon` that is told to end while it opens the house, after a library has brought signal-exit, as node-llama-cpp's do. */
import { createRequire } from "node:module";
import { daemonCommand } from "../../../src/shell/doors/daemon-command.ts";
import { openHouse } from "../../../src/shell/house.ts";
import { tableMind } from "./table-mind.ts";

const fromLibrary = createRequire(createRequire(import.meta.url).resolve("node-llama-cpp"));
const onExit: (listener: () => void) => void = createRequire(fromLibrary.resolve("proper-lockfile"))("signal-exit");

const status = await daemonCommand({}, "test", () => {
  onExit(() => undefined);
  process.kill(process.pid, "SIGTERM");
  return openHouse({ mind: tableMind() });
});
process.exit(status);
