import { resolve } from "node:path";
import { type Config, expandPath, loadConfig } from "../../config.ts";
import { ShellError } from "../../errors.ts";
import { type InstalledModel, installedModels } from "../../models/installed-models.ts";
import { resolvePaths } from "../../paths.ts";
import { modelFolder } from "./model-folder.ts";
import { clean, jsonLine } from "./print.ts";

export interface ModelsOptions {
  readonly json?: boolean | undefined;
  /** MiB */
  readonly memory?: string | undefined;
  /** Milliseconds of one answer. */
  readonly latency?: string | undefined;
}

/** `saysh models`: what is installed, and what this machine could run. @returns exit status */
export async function modelsCommand(words: readonly string[], options: ModelsOptions): Promise<number> {
  const [verb = "list", ...rest] = words;
  if (verb === "pull")
    throw new ShellError("USAGE", "saysh models pull is not in this version", {
      remedy: "saysh models recommend names where to get one",
    });
  if (rest.length > 0 || (verb !== "list" && verb !== "recommend"))
    throw new ShellError("USAGE", `saysh models ${words.join(" ")}: list or recommend`, { remedy: "saysh --help" });
  const lines =
    verb === "list" ? listLines(options) : await (await import("./models-recommend.ts")).recommendLines(options);
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

function listLines({ json }: ModelsOptions): readonly string[] {
  const config = loadConfig(resolvePaths().configFile);
  const models = installedModels(modelFolder(config));
  const local = usedLocal(models, config);
  const rows = models.map((model) => ({
    name: model.name,
    role: model.role,
    used: model.comesWithShell || model === local,
    parameters: model.fault ? null : model.parameters,
    fileBytes: model.head?.fileBytes ?? null,
    path: model.path,
    ...(model.fault ? { fault: model.fault.message } : {}),
  }));
  if (json) return [jsonLine(rows)];
  if (rows.length === 0) return ["No model is installed; install saysh again, its own one comes with it."];
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, role, used, parameters, fileBytes, path, fault }) => {
    const facts = fault ?? `${inMillions(parameters!)} parameters, ${megabytes(fileBytes!)}`;
    return clean(
      `${used ? "●" : "○"} ${name.padEnd(width)}  ${role.padEnd(6)}  ${facts}  ${fault ? "" : path}`.trimEnd(),
    );
  });
}

/** As config.toml says: the one that it names, else the one that is there. */
function usedLocal(models: readonly InstalledModel[], { models: { local } }: Config): InstalledModel | undefined {
  const usable = models.filter(({ role, fault }) => role === "local" && !fault);
  return local === ""
    ? usable[0]
    : usable.find(({ name, path }) => name === local || path === resolve(expandPath(local)));
}

/** "3.1 M", "1.7 G" */
export const inMillions = (n: number): string =>
  n >= 1e9 ? `${(n / 1e9).toFixed(1)} G` : `${(n / 1e6).toFixed(n < 1e7 ? 1 : 0)} M`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
