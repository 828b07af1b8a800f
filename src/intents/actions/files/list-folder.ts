import { basename, dirname } from "node:path";
import type { FilesDriver } from "../../../../devices/drivers/files/files.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { sayNumber } from "../../values/index.ts";
import { fileThing, sayNames } from "./file-words.ts";

const SAID = 3;
const SHOWN = 40;

/** What lies in a folder itself, by name: what "read me the invoices folder" can only mean. */
export async function listFolder(path: string, files: FilesDriver, { lang, signal }: Powers): Promise<Result> {
  const { files: all } = await files.find({ folder: path, sort: "name" }, signal);
  const { files: folders } = await files.find({ folder: path, kind: "folder", sort: "name" }, signal);
  const inside = [...folders, ...all.filter(({ isFolder }) => !isFolder)].filter((file) => dirname(file.path) === path);
  const name = basename(path);
  const things = [...inside.slice(0, SHOWN).map((file) => fileThing(file.path)), fileThing(path)];
  if (inside.length === 0)
    return {
      kind: "done",
      say: say(lang, { en: `${name} is empty.`, fr: `${name} est vide.`, zh: `${name}是空的。` }),
      things,
    };
  const left = inside.length - SHOWN;
  const count = sayNumber(inside.length, lang);
  const first = sayNames(
    inside.slice(0, SAID).map((file) => file.path),
    lang,
  );
  return {
    kind: "done",
    say:
      inside.length <= SAID
        ? say(lang, { en: `In ${name}: ${first}.`, fr: `Dans ${name} : ${first}.`, zh: `${name}里有${first}。` })
        : say(lang, {
            en: `In ${name} there are ${count} things, the first being ${first}.`,
            fr: `Dans ${name} il y a ${count} éléments, dont ${first}.`,
            zh: `${name}里有${count}项，前几项是${first}。`,
          }),
    show: [
      ...inside.slice(0, SHOWN).map((file) => (file.isFolder ? `${file.name}/` : file.name)),
      ...(left > 0 ? [say(lang, { en: `… and ${left} more`, fr: `… et ${left} de plus`, zh: `……还有${left}项` })] : []),
    ],
    data: { path, count: inside.length },
    things,
  };
}
