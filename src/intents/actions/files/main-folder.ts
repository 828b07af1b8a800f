import { basename } from "node:path";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";

/**
 * The home folder, a folder of the desktop or one of the configuration is never thrown away, moved or renamed: "delete the photos" names
 * Pictures as well, and other programs look for these folders by their place. Undefined when none of the paths is one.
 */
export function keepMainFolder(paths: readonly string[], { lang, home, config }: Powers): Result | undefined {
  const main = new Set([home, ...Object.values(config.folders)]);
  const path = paths.find((one) => main.has(one));
  if (path === undefined) return undefined;
  const name =
    path === home
      ? say(lang, { en: "Your home folder", fr: "Votre dossier personnel", zh: "您的主文件夹" })
      : basename(path);
  return {
    kind: "failed",
    code: "ARGUMENT_INVALID",
    say: say(lang, {
      en: `${name} is one of your main folders, so I leave it where it is.`,
      fr: `${name} est l'un de vos dossiers principaux, je n'y touche pas.`,
      zh: `${name}是您的主要文件夹，我不会动它。`,
    }),
    remedy: say(lang, {
      en: `name the files in it, for example: find the files in ${basename(path)}`,
      fr: `nommez les fichiers qu'il contient, par exemple : trouve les fichiers dans ${basename(path)}`,
      zh: `请说出里面的文件，例如：查找${basename(path)}里的文件`,
    }),
  };
}
