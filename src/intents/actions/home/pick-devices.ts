import type { HomeDevice, HomeKind } from "../../../../devices/drivers/home/home.ts";
import { matchNames } from "../../../match-name.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import type { Result, Thing } from "../../result.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { inHomeWords } from "./home-words.ts";

export type PickedDevices = { readonly devices: readonly HomeDevice[] } | { readonly otherwise: Result };

/** Those of a room when the words name one, else those whose name fits. Without words: all. */
export function pickInPlace(words: string | undefined, all: readonly HomeDevice[]): readonly HomeDevice[] {
  if (words === undefined) return all;
  const byId = all.filter((device) => device.id === words);
  if (byId.length > 0) return byId;
  const wanted = inHomeWords(words);
  const inRoom = matchNames(wanted, all, (device) => (device.place ? [inHomeWords(device.place)] : []), 0.85);
  if (inRoom.length > 0) return inRoom.map((match) => match.thing);
  const named = matchNames(wanted, all, namesOf, 0.7);
  return named.map((match) => match.thing);
}

/** Exactly one device of these kinds; several that fit are asked about, one that does not answer is said. */
export async function pickOne(
  arg: string,
  words: string,
  kinds: readonly HomeKind[],
  powers: Powers,
): Promise<PickedDevices> {
  const home = await powers.drivers.home();
  const all = (await home.devices(powers.signal)).filter((device) => kinds.includes(device.kind));
  const [mentioned] = powers.refs.resolve(words, ["device"]);
  const known = all.filter((device) => device.id === words || device.id === mentioned?.id);
  const found =
    known.length > 0 ? known : matchNames(inHomeWords(words), all, namesOf, 0.7).map((match) => match.thing);
  if (found.length === 0) return { otherwise: noDevice(words, all, powers.lang) };
  if (found.length === 1) return { devices: found };
  return {
    otherwise: {
      kind: "choose",
      arg,
      question: say(powers.lang, { en: "Which one?", fr: "Lequel ?", zh: "哪一个？" }),
      options: found.slice(0, 10).map(deviceThing),
    },
  };
}

export function deviceThing(device: HomeDevice): Thing {
  return { kind: "device", id: device.id, name: device.name };
}

export function noDevice(words: string | undefined, all: readonly HomeDevice[], lang: Lang): Result {
  const names = sayList(
    all.slice(0, 5).map((device) => device.name),
    lang,
  );
  const what = words ?? "…";
  const rest =
    names === "" ? "" : say(lang, { en: ` There is ${names}.`, fr: ` Il y a ${names}.`, zh: `现有${names}。` });
  return {
    kind: "failed",
    code: "NOT_FOUND",
    say: say(lang, {
      en: `I find nothing called ${what} in this home.${rest}`,
      fr: `Je ne trouve rien qui s'appelle ${what} dans cette maison.${rest}`,
      zh: `家里没有找到${what}。${rest}`,
    }),
  };
}

/** What does not answer cannot be set. */
export function silent(devices: readonly HomeDevice[], lang: Lang): Result | undefined {
  if (devices.some((device) => device.isAvailable)) return undefined;
  const names = sayList(
    devices.map((device) => device.name),
    lang,
  );
  return {
    kind: "failed",
    code: "BACKEND_FAILED",
    say: say(lang, { en: `${names} does not answer.`, fr: `${names} ne répond pas.`, zh: `${names}没有响应。` }),
    remedy: say(lang, { en: "check its power", fr: "vérifiez son alimentation", zh: "请检查电源" }),
  };
}

function namesOf(device: HomeDevice): readonly string[] {
  const name = inHomeWords(device.name);
  return device.place ? [name, `${inHomeWords(device.place)} ${name}`] : [name];
}
