import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type ErrorCode, ShellError } from "../../../errors.ts";
import type { ModelWishes } from "./build-model.ts";

/** One of this folder's programs, which talks by messages; its own output goes nowhere. */
export function startChild(name: "decode-process" | "build-process"): ChildProcess {
  // .ts from the sources, .js from the build
  const file = fileURLToPath(new URL(`./${name}${import.meta.url.slice(-3)}`, import.meta.url));
  return fork(file, [], { serialization: "advanced", execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
}

interface Built {
  readonly folder?: string;
  readonly message?: string;
  readonly code?: ErrorCode;
  readonly remedy?: string;
}

/** Builds the model in a process of its own. @throws ShellError of what is wrong with a phrase file; BACKEND_FAILED when the process ends early */
export function buildInChild(wishes: ModelWishes): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = startChild("build-process");
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new ShellError("BACKEND_FAILED", `the speech model could not be built: its process ended with ${signal ?? code}`)));
    child.once("message", ({ folder, message, code, remedy }: Built) => {
      if (folder !== undefined) resolve(folder);
      else reject(new ShellError(code ?? "BACKEND_FAILED", `the speech model could not be built: ${message}`, remedy === undefined ? {} : { remedy }));
    });
    child.send(wishes);
  });
}
