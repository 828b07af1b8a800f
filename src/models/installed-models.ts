import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type ShellError, toShellError } from "../errors.ts";
import { type GgufHead, parameterCount } from "./gguf.ts";
import { readModelHead } from "./model-head.ts";
import type { ModelRole } from "./model-table.ts";
import { isReflex } from "./reflex-shape.ts";
import { shippedModel } from "./shipped-model.ts";

export interface InstalledModel {
  /** Its file's name without the ending; `reflex` is the one that comes with the shell. */
  readonly name: string;
  readonly path: string;
  readonly comesWithShell: boolean;
  /** Undefined with `fault`: a file that cannot be read as a model. */
  readonly head?: GgufHead;
  readonly fault?: ShellError;
  /** By its format: our own, or any other. */
  readonly role: ModelRole;
  /** Weights altogether; 0 with `fault`. */
  readonly parameters: number;
}

/** The model that comes with the shell, then every .gguf of the folder by name. The folder need not be there. */
export function installedModels(folder: string): readonly InstalledModel[] {
  const shipped = shippedModel();
  const paths = ggufFiles(folder).map((name) => join(folder, name));
  return [...(existsSync(shipped) ? [shipped] : []), ...paths].map((path) => describeModel(path, path === shipped));
}

/** A name of `saysh models`, or a file. Whether it is one is for the reader to say. */
export function modelFile(named: string, folder: string): string {
  if (existsSync(named) || named.includes("/")) return resolve(named);
  return installedModels(folder).find(({ name, path }) => name === named || basename(path) === named)?.path ?? resolve(named);
}

function describeModel(path: string, comesWithShell: boolean): InstalledModel {
  const name = basename(path, ".gguf");
  try {
    const head = readModelHead(path);
    return { name, path, comesWithShell, head, role: isReflex(head) ? "reflex" : "local", parameters: parameterCount(head) };
  } catch (error) {
    return { name, path, comesWithShell, fault: toShellError(error), role: comesWithShell ? "reflex" : "local", parameters: 0 };
  }
}

function ggufFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".gguf"))
      .sort();
  } catch {
    return []; // nothing was ever downloaded
  }
}
