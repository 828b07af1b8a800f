import { type Env, hasProgram, runProgram } from "../run-program.ts";

/** True when `rfkill` did it; false where the program or the right to use it is missing, which leaves the radio as it is. */
export async function setBluetoothBlocked(blocked: boolean, env: Env): Promise<boolean> {
  if (!hasProgram("rfkill", env)) return false;
  return runProgram("rfkill", [blocked ? "block" : "unblock", "bluetooth"], { env, debianPackage: "rfkill" }).then(
    () => true,
    () => false,
  );
}
