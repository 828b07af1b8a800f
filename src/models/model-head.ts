import { statSync } from "node:fs";
import { ShellError } from "../errors.ts";
import { type GgufHead, readGguf } from "./gguf.ts";

/**
 * The head of a model file that a person named.
 * @throws ShellError MODEL_MISSING, PERMISSION_DENIED, MODEL_DAMAGED when it is no GGUF, or not a whole one
 */
export function readModelHead(path: string): GgufHead {
  try {
    if (!statSync(path).isFile()) throw new ShellError("MODEL_DAMAGED", `${path} is no file`);
    return readGguf(path);
  } catch (cause) {
    if (cause instanceof ShellError)
      throw new ShellError("MODEL_DAMAGED", cause.message, { cause, remedy: "name a whole .gguf file; saysh models lists what is installed" });
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new ShellError("MODEL_MISSING", `no model file at ${path}`, { cause, remedy: "saysh models lists what is installed" });
    throw new ShellError("PERMISSION_DENIED", `the model file ${path} cannot be read`, { cause, remedy: `make ${path} readable` });
  }
}
