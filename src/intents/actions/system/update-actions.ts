import type { Lang } from "../../plan.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";

export const updatesCheck = defineAction({
  name: "updates_check",
  summary: "Say whether there are updates to install.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["are there any updates", {}],
      ["is the system up to date", {}],
      ["check for updates", {}],
    ],
    fr: [
      ["y a-t-il des mises à jour", {}],
      ["est-ce que le système est à jour", {}],
      ["cherche les mises à jour", {}],
    ],
    zh: [
      ["有更新吗", {}],
      ["系统是最新的吗", {}],
      ["检查更新", {}],
    ],
  },
  negatives: {
    en: ["install the updates", "any news today"],
    fr: ["installe les mises à jour", "quelles sont les nouvelles"],
    zh: ["安装更新", "今天有什么新闻"],
  },
  describe: (_, lang) => say(lang, { en: "look for updates", fr: "chercher les mises à jour", zh: "检查更新" }),
  run: async (_, powers) => {
    const updates = await (await powers.drivers.system()).updates();
    return {
      kind: "done",
      say: sayUpdates(updates.length, powers.lang),
      show: updates.map((u) => `${u.name} ${u.from} → ${u.to}`),
      data: updates,
    };
  },
});

export const updatesInstall = defineAction({
  name: "updates_install",
  summary: "Install all updates of the system.",
  args: {},
  risk: "dangerous",
  examples: {
    en: [
      ["install the updates", {}],
      ["update the system", {}],
      ["upgrade everything", {}],
    ],
    fr: [
      ["installe les mises à jour", {}],
      ["mets le système à jour", {}],
      ["mets tout à jour", {}],
    ],
    zh: [
      ["安装更新", {}],
      ["更新系统", {}],
      ["全部升级", {}],
    ],
  },
  negatives: {
    en: ["are there any updates", "update the shopping list"],
    fr: ["y a-t-il des mises à jour", "mets à jour la liste de courses"],
    zh: ["有更新吗", "更新购物清单"],
  },
  describe: (_, lang) =>
    say(lang, { en: "install all updates", fr: "installer toutes les mises à jour", zh: "安装所有更新" }),
  look: async (_, powers) => {
    const { length } = await (await powers.drivers.system()).updates();
    return length === 0 ? nothingToInstall(powers.lang) : undefined;
  },
  run: async (_, powers) => {
    const { lang } = powers;
    const system = await powers.drivers.system();
    const before = (await system.updates()).length;
    if (before === 0) return nothingToInstall(lang);
    const left = (await system.installUpdates(powers.signal)).length;
    const installed = before - left;
    return {
      kind: "done",
      say: say(lang, {
        en: `${installed} of ${before} updates are installed.`,
        fr: `${installed} mises à jour sur ${before} sont installées.`,
        zh: `${before}个更新中已安装${installed}个。`,
      }),
      data: { installed, left },
    };
  },
});

function nothingToInstall(lang: Lang): Result {
  return { kind: "done", say: sayUpdates(0, lang), data: { installed: 0, left: 0 } };
}

function sayUpdates(count: number, lang: Lang): string {
  if (count === 0)
    return say(lang, { en: "Everything is up to date.", fr: "Tout est à jour.", zh: "一切都是最新的。" });
  if (count === 1) return say(lang, { en: "There is one update.", fr: "Il y a une mise à jour.", zh: "有1个更新。" });
  return say(lang, {
    en: `There are ${count} updates.`,
    fr: `Il y a ${count} mises à jour.`,
    zh: `有${count}个更新。`,
  });
}
