import { join } from "node:path";
import { type Config, expandPath, loadConfig } from "../../config.ts";
import { resolvePaths } from "../../paths.ts";

/** Where downloaded models lie: `models.folder` of config.toml, else models/ in the cache folder. @throws ShellError CONFIG_INVALID */
export function modelFolder(config: Config = loadConfig(resolvePaths().configFile)): string {
  return config.models.folder === "" ? join(resolvePaths().cache, "models") : expandPath(config.models.folder);
}
