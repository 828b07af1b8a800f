import { arg } from "../args.ts";
import type { Lang } from "../plan.ts";
import type { Powers } from "../powers.ts";
import type { Result } from "../result.ts";
import { say } from "../say.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { pickApp } from "./desktop/pick-app.ts";
import { readAddress } from "./desktop/web-address.ts";

const appOpen = defineAction({
  name: "app_open",
  summary: "Start a program.",
  args: { name: arg("text", "the program's name") },
  risk: "reversible",
  examples: {
    en: [
      ["open Firefox", { name: "Firefox" }],
      ["start the calculator", { name: "calculator" }],
      ["launch LibreOffice Writer", { name: "LibreOffice Writer" }],
    ],
    fr: [
      ["ouvre Firefox", { name: "Firefox" }],
      ["lance la calculatrice", { name: "calculatrice" }],
      ["démarre LibreOffice Writer", { name: "LibreOffice Writer" }],
    ],
    zh: [
      ["打开火狐", { name: "火狐" }],
      ["启动计算器", { name: "计算器" }],
      ["运行LibreOffice Writer", { name: "LibreOffice Writer" }],
    ],
  },
  negatives: {
    en: ["open report.pdf", "start a timer", "open the blinds"],
    fr: ["ouvre rapport.pdf", "lance un minuteur"],
    zh: ["打开报告.pdf", "打开窗帘"],
  },
  describe: ({ name }, lang) => say(lang, { en: `open ${name}`, fr: `ouvrir ${name}`, zh: `打开${name}` }),
  run: async ({ name }, powers) => {
    const desktop = await powers.drivers.desktop();
    const picked = await pickApp(name, desktop, powers);
    if ("otherwise" in picked) return picked.otherwise;
    const { app } = picked;
    await desktop.open(app);
    return {
      kind: "done",
      say: say(powers.lang, { en: `Opening ${app.name}.`, fr: `J'ouvre ${app.name}.`, zh: `正在打开${app.name}。` }),
      data: { id: app.id, name: app.name },
      things: [{ kind: "app", id: app.id, name: app.name }],
      undo: { id: app.id },
    };
  },
  undo: async (data, powers) => closeApp(String(data.id), powers),
});

const appClose = defineAction({
  name: "app_close",
  summary: "Ask a program to close.",
  args: { name: arg("text", "the program's name") },
  risk: "reversible",
  examples: {
    en: [
      ["close Firefox", { name: "Firefox" }],
      ["quit the calculator", { name: "calculator" }],
      ["exit Thunderbird", { name: "Thunderbird" }],
    ],
    fr: [
      ["ferme Firefox", { name: "Firefox" }],
      ["quitte la calculatrice", { name: "calculatrice" }],
      ["ferme Thunderbird", { name: "Thunderbird" }],
    ],
    zh: [
      ["关闭火狐", { name: "火狐" }],
      ["退出计算器", { name: "计算器" }],
      ["把Thunderbird关掉", { name: "Thunderbird" }],
    ],
  },
  negatives: {
    en: ["close the curtains", "kill the process nginx"],
    fr: ["ferme les rideaux", "tue le processus nginx"],
    zh: ["关上窗帘", "结束进程nginx"],
  },
  describe: ({ name }, lang) => say(lang, { en: `close ${name}`, fr: `fermer ${name}`, zh: `关闭${name}` }),
  run: async ({ name }, powers) => closeApp(name, powers),
  undo: async (data, powers) => {
    const desktop = await powers.drivers.desktop();
    const app = (await desktop.apps()).find((one) => one.id === data.id);
    if (!app) return notRunning(String(data.id), powers.lang);
    await desktop.open(app);
    return {
      kind: "done",
      say: say(powers.lang, {
        en: `${app.name} is open again.`,
        fr: `${app.name} est de nouveau ouvert.`,
        zh: `${app.name}已重新打开。`,
      }),
    };
  },
});

/** A page that was opened changes nothing; there is nothing to undo. */
const webOpen = defineAction({
  name: "web_open",
  summary: "Open a web address in the browser.",
  args: { address: arg("text", "the address, or the name of a well-known site") },
  risk: "reversible",
  examples: {
    en: [
      ["open example.org", { address: "example.org" }],
      ["go to wikipedia.org", { address: "wikipedia.org" }],
      ["show me the website github.com", { address: "github.com" }],
    ],
    fr: [
      ["ouvre example.org", { address: "example.org" }],
      ["va sur wikipedia.org", { address: "wikipedia.org" }],
      ["affiche le site lemonde.fr", { address: "lemonde.fr" }],
    ],
    zh: [
      ["打开example.org", { address: "example.org" }],
      ["访问wikipedia.org", { address: "wikipedia.org" }],
      ["打开网站github.com", { address: "github.com" }],
    ],
  },
  negatives: {
    en: ["open Firefox", "am I online"],
    fr: ["ouvre Firefox", "suis-je en ligne"],
    zh: ["打开火狐", "联网了吗"],
  },
  describe: ({ address }, lang) =>
    say(lang, {
      en: `open ${address} in the browser`,
      fr: `ouvrir ${address} dans le navigateur`,
      zh: `在浏览器中打开${address}`,
    }),
  run: async ({ address }, powers) => {
    const url = readAddress(address);
    if (url === undefined)
      return {
        kind: "failed",
        code: "ARGUMENT_INVALID",
        say: say(powers.lang, {
          en: `I know no address for ${address}.`,
          fr: `Je ne connais pas d'adresse pour ${address}.`,
          zh: `我不知道${address}的网址。`,
        }),
        remedy: say(powers.lang, {
          en: "say the address, such as example.org",
          fr: "dites l'adresse, par exemple example.org",
          zh: "请说出网址，例如example.org",
        }),
      };
    await (await powers.drivers.desktop()).openAddress(url);
    const host = new URL(url).host.replace(/^www\./, "");
    return {
      kind: "done",
      say: say(powers.lang, { en: `Opening ${host}.`, fr: `J'ouvre ${host}.`, zh: `正在打开${host}。` }),
      data: { url },
    };
  },
});

export const desktopActions = defineDomain("desktop", [appOpen, appClose, webOpen]);

async function closeApp(name: string, powers: Powers): Promise<Result> {
  const desktop = await powers.drivers.desktop();
  const picked = await pickApp(name, desktop, powers);
  if ("otherwise" in picked) return picked.otherwise;
  const { app } = picked;
  const count = await desktop.close(app);
  if (count === 0) return notRunning(app.name, powers.lang);
  return {
    kind: "done",
    say: say(powers.lang, { en: `Closing ${app.name}.`, fr: `Je ferme ${app.name}.`, zh: `正在关闭${app.name}。` }),
    data: { id: app.id, processes: count },
    things: [{ kind: "app", id: app.id, name: app.name }],
    undo: { id: app.id },
  };
}

function notRunning(name: string, lang: Lang): Result {
  return {
    kind: "failed",
    code: "NOT_FOUND",
    say: say(lang, { en: `${name} is not running.`, fr: `${name} n'est pas ouvert.`, zh: `${name}没有在运行。` }),
  };
}
