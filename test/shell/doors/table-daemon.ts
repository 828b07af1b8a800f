/** `saysh daemon` with the mind of table-mind.ts, as a program of its own: it starts fast and needs no model. */
import { daemonCommand } from "../../../src/shell/doors/daemon-command.ts";
import { openHouse } from "../../../src/shell/house.ts";
import { tableMind } from "./table-mind.ts";

const status = await daemonCommand({}, "test", () => openHouse({ mind: tableMind() })).catch((error: unknown) => {
  process.stderr.write(`${error}\n`);
  return 5;
});
process.exit(status);
