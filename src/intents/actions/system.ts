import type { PowerDriver } from "../../../devices/drivers/power/power.ts";
import type { Process, Service, SystemStatus } from "../../../devices/drivers/system/system.ts";
import { ShellError } from "../../errors.ts";
import { matchNames } from "../../match-name.ts";
import { toInstant, toLocal } from "../../memory/zoned-time.ts";
import { arg, maybe, maybeOneOf, oneOf } from "../args.ts";
import type { Lang } from "../plan.ts";
import type { Powers } from "../powers.ts";
import type { Result } from "../result.ts";
import { say } from "../say.ts";
import { partsOf } from "../values/duration-parts.ts";
import { sayBytes, sayDateTime, sayDuration, sayList } from "../values/index.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { languageCode, languageName } from "./language-names.ts";
import { sayPercent } from "./say-percent.ts";
import { findTimezones } from "./timezone-names.ts";

const WHEN = {
  in: maybe("duration", "how long from now"),
  at: maybe("datetime", "at what time"),
};

const powerOff = defineAction({
  name: "power_off",
  summary: "Turn the machine off, now or later.",
  args: WHEN,
  risk: "dangerous",
  examples: {
    en: [
      ["shut down the computer", {}],
      ["turn yourself off in ten minutes", { in: "PT10M" }],
      ["power off tonight at 23:30", { at: "2026-11-23T23:30" }],
    ],
    fr: [
      ["éteins l'ordinateur", {}],
      ["éteins-toi dans dix minutes", { in: "PT10M" }],
      ["arrête la machine ce soir à 23 h 30", { at: "2026-11-23T23:30" }],
    ],
    zh: [
      ["关机", {}],
      ["十分钟后关机", { in: "PT10M" }],
      ["今晚十一点半关闭电脑", { at: "2026-11-23T23:30" }],
    ],
  },
  negatives: {
    en: ["turn off the lights", "restart the computer", "turn off the screen"],
    fr: ["éteins la lumière", "redémarre l'ordinateur", "éteins l'écran"],
    zh: ["关灯", "重启电脑", "关闭屏幕"],
  },
  describe: (input, lang) => {
    const when = whenWords(input, lang);
    return say(lang, { en: `turn the machine off${when}`, fr: `éteindre la machine${when}`, zh: `${when}关机` });
  },
  run: (input, powers) => shutdown("poweroff", input, powers),
  undo: callOffShutdown,
});

const powerRestart = defineAction({
  name: "power_restart",
  summary: "Restart the machine, now or later.",
  args: WHEN,
  risk: "dangerous",
  examples: {
    en: [
      ["restart the computer", {}],
      ["reboot in five minutes", { in: "PT5M" }],
      ["restart tomorrow at 6 am", { at: "2026-11-24T06:00" }],
    ],
    fr: [
      ["redémarre l'ordinateur", {}],
      ["redémarre dans cinq minutes", { in: "PT5M" }],
      ["relance la machine demain à 6 h", { at: "2026-11-24T06:00" }],
    ],
    zh: [
      ["重启电脑", {}],
      ["五分钟后重启", { in: "PT5M" }],
      ["明天早上六点重新启动", { at: "2026-11-24T06:00" }],
    ],
  },
  negatives: {
    en: ["restart the web server", "start the song again", "shut down the computer"],
    fr: ["redémarre le serveur web", "recommence la chanson", "éteins l'ordinateur"],
    zh: ["重启网页服务", "重新播放这首歌", "关机"],
  },
  describe: (input, lang) => {
    const when = whenWords(input, lang);
    return say(lang, { en: `restart the machine${when}`, fr: `redémarrer la machine${when}`, zh: `${when}重启` });
  },
  run: (input, powers) => shutdown("reboot", input, powers),
  undo: callOffShutdown,
});

const powerSuspend = defineAction({
  name: "power_suspend",
  summary: "Put the machine to sleep.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["go to sleep", {}],
      ["suspend the computer", {}],
      ["put the machine in standby", {}],
    ],
    fr: [
      ["mets-toi en veille", {}],
      ["mets l'ordinateur en veille", {}],
      ["endors la machine", {}],
    ],
    zh: [
      ["进入睡眠", {}],
      ["让电脑休眠", {}],
      ["待机", {}],
    ],
  },
  negatives: {
    en: ["set a sleep timer", "lock the screen"],
    fr: ["mets un minuteur de sommeil", "verrouille l'écran"],
    zh: ["设一个睡眠定时", "锁屏"],
  },
  describe: (_, lang) =>
    say(lang, { en: "put the machine to sleep", fr: "mettre la machine en veille", zh: "让机器睡眠" }),
  run: async (_, powers) => {
    await (await powers.drivers.power()).suspend();
    return {
      kind: "done",
      say: say(powers.lang, { en: "Going to sleep.", fr: "Je me mets en veille.", zh: "正在进入睡眠。" }),
    };
  },
});

const screenLock = defineAction({
  name: "screen_lock",
  summary: "Lock the screen.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["lock the screen", {}],
      ["lock my computer", {}],
      ["I'm leaving my desk, lock it", {}],
    ],
    fr: [
      ["verrouille l'écran", {}],
      ["verrouille mon ordinateur", {}],
      ["verrouille la session", {}],
    ],
    zh: [
      ["锁屏", {}],
      ["锁定电脑", {}],
      ["把屏幕锁上", {}],
    ],
  },
  negatives: {
    en: ["lock the front door", "turn off the screen"],
    fr: ["verrouille la porte d'entrée", "éteins l'écran"],
    zh: ["锁上前门", "关闭屏幕"],
  },
  describe: (_, lang) => say(lang, { en: "lock the screen", fr: "verrouiller l'écran", zh: "锁定屏幕" }),
  run: async (_, powers) => {
    const { lang } = powers;
    try {
      await (await powers.drivers.power()).lock();
    } catch (error) {
      if (!(error instanceof ShellError) || error.code !== "NOT_FOUND") throw error;
      return {
        kind: "failed",
        code: error.code,
        say: say(lang, {
          en: "Nobody is logged in, so there is no screen to lock.",
          fr: "Personne n'est connecté, il n'y a pas d'écran à verrouiller.",
          zh: "没有人登录，没有屏幕可锁。",
        }),
      };
    }
    return {
      kind: "done",
      say: say(lang, { en: "The screen is locked.", fr: "L'écran est verrouillé.", zh: "屏幕已锁定。" }),
    };
  },
});

const batteryStatus = defineAction({
  name: "battery_status",
  summary: "Say how full the battery is.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["how much battery is left", {}],
      ["is it charging", {}],
      ["battery level", {}],
    ],
    fr: [
      ["combien de batterie reste-t-il", {}],
      ["est-ce que ça charge", {}],
      ["niveau de batterie", {}],
    ],
    zh: [
      ["还有多少电", {}],
      ["在充电吗", {}],
      ["电池电量", {}],
    ],
  },
  negatives: {
    en: ["how much memory is left", "add batteries to the shopping list"],
    fr: ["combien de mémoire reste-t-il", "ajoute des piles à la liste de courses"],
    zh: ["还剩多少内存", "把电池加到购物清单"],
  },
  describe: (_, lang) => say(lang, { en: "read the battery", fr: "lire la batterie", zh: "查看电池" }),
  run: async (_, powers) => {
    const { lang } = powers;
    const battery = await (await powers.drivers.power()).battery();
    if (!battery)
      return {
        kind: "done",
        say: say(lang, {
          en: "This machine has no battery.",
          fr: "Cette machine n'a pas de batterie.",
          zh: "这台机器没有电池。",
        }),
        data: null,
      };
    const { percent, state, secondsLeft } = battery;
    const left = secondsLeft === undefined ? undefined : sayDuration(isoMinutes(secondsLeft), lang);
    const charging = state === "charging";
    const tail = {
      en: charging ? `, charging${left ? `, full in ${left}` : ""}` : left ? `, ${left} left` : "",
      fr: charging ? `, en charge${left ? `, pleine dans ${left}` : ""}` : left ? `, encore ${left}` : "",
      zh: charging ? `，正在充电${left ? `，${left}后充满` : ""}` : left ? `，还能用${left}` : "",
    };
    return {
      kind: "done",
      say: say(lang, {
        en: `The battery is at ${sayPercent(percent, "en")}${tail.en}.`,
        fr: `La batterie est à ${sayPercent(percent, "fr")}${tail.fr}.`,
        zh: `电池电量${sayPercent(percent, "zh")}${tail.zh}。`,
      }),
      data: battery,
    };
  },
});

const systemStatus = defineAction({
  name: "system_status",
  summary: "Say how the machine is: processor, memory, disk, temperature, uptime, version.",
  args: { what: maybeOneOf(["all", "cpu", "memory", "disk", "temperature", "uptime", "os"], "which of it") },
  risk: "read",
  examples: {
    en: [
      ["why is this thing so slow", { what: "cpu" }],
      ["how much space is left", { what: "disk" }],
      ["how is the system doing", {}],
      ["how long has the machine been running", { what: "uptime" }],
    ],
    fr: [
      ["pourquoi c'est si lent", { what: "cpu" }],
      ["combien de mémoire est utilisée", { what: "memory" }],
      ["comment va le système", {}],
    ],
    zh: [
      ["为什么这么慢", { what: "cpu" }],
      ["处理器温度多少", { what: "temperature" }],
      ["系统状态怎么样", {}],
    ],
  },
  negatives: {
    en: ["what is eating my disk", "how warm is the bedroom", "which programs are running"],
    fr: ["qu'est-ce qui remplit mon disque", "quelle température fait-il dans la chambre", "quels programmes tournent"],
    zh: ["什么占满了我的硬盘", "卧室多少度", "哪些程序在运行"],
  },
  describe: (_, lang) => say(lang, { en: "look at the system", fr: "regarder l'état du système", zh: "查看系统状态" }),
  run: async ({ what = "all" }, powers) => {
    const system = await powers.drivers.system();
    const status = await system.status();
    const lines = statusLines(status, powers);
    if (what === "cpu") {
      const busy = (await system.processes("cpu")).slice(0, 5);
      const top = busy.find((p) => p.cpuPercent >= 20);
      const because =
        top &&
        say(powers.lang, {
          en: ` ${top.name} uses most of it.`,
          fr: ` C'est surtout ${top.name}.`,
          zh: `主要是${top.name}。`,
        });
      return {
        kind: "done",
        say: lines.cpu + (because ?? ""),
        show: busy.map((p) => processRow(p, powers.lang)),
        data: status,
      };
    }
    if (what !== "all") return { kind: "done", say: lines[what], data: status };
    return {
      kind: "done",
      say: [lines.cpu, lines.memory, lines.disk].join(powers.lang === "zh" ? "" : " "),
      show: Object.values(lines),
      data: status,
    };
  },
});

const processList = defineAction({
  name: "process_list",
  summary: "List the programs that run, busiest first.",
  args: { sort: maybeOneOf(["cpu", "memory"], "by what they are ordered") },
  risk: "read",
  examples: {
    en: [
      ["which programs are running", {}],
      ["which process uses the most memory", { sort: "memory" }],
      ["list the processes by cpu", { sort: "cpu" }],
    ],
    fr: [
      ["quels programmes tournent", {}],
      ["quel processus utilise le plus de mémoire", { sort: "memory" }],
      ["liste les processus par processeur", { sort: "cpu" }],
    ],
    zh: [
      ["哪些程序在运行", {}],
      ["哪个进程最占内存", { sort: "memory" }],
      ["按处理器占用列出进程", { sort: "cpu" }],
    ],
  },
  negatives: {
    en: ["how much memory is used", "close Firefox"],
    fr: ["combien de mémoire est utilisée", "ferme Firefox"],
    zh: ["用了多少内存", "关闭火狐"],
  },
  describe: (_, lang) => say(lang, { en: "list what runs", fr: "lister ce qui tourne", zh: "列出正在运行的程序" }),
  run: async ({ sort = "cpu" }, powers) => {
    const { lang } = powers;
    const all = await (await powers.drivers.system()).processes(sort);
    const top = all.slice(0, 15);
    const names = sayList([...new Set(top.map((p) => p.name))].slice(0, 3), lang);
    return {
      kind: "done",
      say: say(lang, {
        en: `${all.length} programs run; at the top are ${names}.`,
        fr: `${all.length} programmes tournent ; en tête : ${names}.`,
        zh: `共有${all.length}个程序在运行，排在前面的是${names}。`,
      }),
      show: top.map((p) => processRow(p, lang)),
      data: top,
      things: top.slice(0, 10).map((p) => ({ kind: "process", id: String(p.pid), name: p.name })),
    };
  },
});

const processStop = defineAction({
  name: "process_stop",
  summary: "End a running program.",
  args: { name: arg("text", "the program's name or number") },
  risk: "dangerous",
  examples: {
    en: [
      ["kill the process chromium", { name: "chromium" }],
      ["force quit python", { name: "python" }],
      ["end process 4242", { name: "4242" }],
    ],
    fr: [
      ["tue le processus chromium", { name: "chromium" }],
      ["force l'arrêt de python", { name: "python" }],
      ["termine le processus 4242", { name: "4242" }],
    ],
    zh: [
      ["杀掉chromium进程", { name: "chromium" }],
      ["强制结束python", { name: "python" }],
      ["结束进程4242", { name: "4242" }],
    ],
  },
  negatives: {
    en: ["stop the music", "stop the nginx service", "close the window"],
    fr: ["arrête la musique", "arrête le service nginx", "ferme la fenêtre"],
    zh: ["停止播放音乐", "停止nginx服务", "关闭窗口"],
  },
  describe: ({ name }, lang) =>
    say(lang, { en: `end the program ${name}`, fr: `arrêter le programme ${name}`, zh: `结束程序${name}` }),
  run: async ({ name }, powers) => {
    const { lang } = powers;
    const system = await powers.drivers.system();
    const all = await system.processes("cpu");
    const byPid = /^\d+$/.test(name) ? all.filter((p) => p.pid === Number(name)) : [];
    const found = byPid.length > 0 ? byPid : matchNames(name, all, (p) => [p.name], 0.7).map((m) => m.thing);
    const [only, ...others] = found;
    if (!only) return notFound(name, lang);
    if (others.length > 0)
      return {
        kind: "choose",
        arg: "name",
        question: say(lang, {
          en: `${found.length} programs are called that. Which one?`,
          fr: `${found.length} programmes portent ce nom. Lequel ?`,
          zh: `有${found.length}个程序叫这个名字。哪一个？`,
        }),
        options: found.slice(0, 10).map((p) => ({ kind: "process", id: String(p.pid), name: `${p.name} (${p.pid})` })),
      };
    const how = await system.stopProcess(only);
    return {
      kind: "done",
      say:
        how === "ended"
          ? say(lang, { en: `${only.name} has ended.`, fr: `${only.name} s'est arrêté.`, zh: `${only.name}已结束。` })
          : say(lang, {
              en: `${only.name} did not listen, so I ended it by force.`,
              fr: `${only.name} ne répondait pas, je l'ai arrêté de force.`,
              zh: `${only.name}没有响应，已强制结束。`,
            }),
      data: { pid: only.pid, name: only.name, how },
    };
  },
});

const serviceStatus = defineAction({
  name: "service_status",
  summary: "Say whether a background service runs.",
  args: { name: arg("text", "the service's name") },
  risk: "read",
  examples: {
    en: [
      ["is the ssh service running", { name: "ssh" }],
      ["status of nginx", { name: "nginx" }],
      ["check the cups service", { name: "cups" }],
    ],
    fr: [
      ["est-ce que le service ssh tourne", { name: "ssh" }],
      ["état de nginx", { name: "nginx" }],
      ["vérifie le service cups", { name: "cups" }],
    ],
    zh: [
      ["ssh服务在运行吗", { name: "ssh" }],
      ["nginx的状态", { name: "nginx" }],
      ["检查一下cups服务", { name: "cups" }],
    ],
  },
  negatives: {
    en: ["restart nginx", "show the nginx logs", "how is the system doing"],
    fr: ["redémarre nginx", "montre les journaux de nginx", "comment va le système"],
    zh: ["重启nginx", "看看nginx的日志", "系统状态怎么样"],
  },
  describe: ({ name }, lang) =>
    say(lang, { en: `look at the service ${name}`, fr: `regarder le service ${name}`, zh: `查看服务${name}` }),
  run: ({ name }, powers) =>
    withService(name, powers, async (service) => ({
      kind: "done",
      say: sayService(service, powers.lang),
      data: service,
    })),
});

const serviceControl = defineAction({
  name: "service_control",
  summary: "Start, stop or restart a background service.",
  args: { name: arg("text", "the service's name"), verb: oneOf(["start", "stop", "restart"], "what to do with it") },
  risk: "dangerous",
  examples: {
    en: [
      ["restart nginx", { name: "nginx", verb: "restart" }],
      ["stop the ssh service", { name: "ssh", verb: "stop" }],
      ["start the cups service", { name: "cups", verb: "start" }],
    ],
    fr: [
      ["redémarre nginx", { name: "nginx", verb: "restart" }],
      ["arrête le service ssh", { name: "ssh", verb: "stop" }],
      ["démarre le service cups", { name: "cups", verb: "start" }],
    ],
    zh: [
      ["重启nginx", { name: "nginx", verb: "restart" }],
      ["停止ssh服务", { name: "ssh", verb: "stop" }],
      ["启动cups服务", { name: "cups", verb: "start" }],
    ],
  },
  negatives: {
    en: ["restart the computer", "start the fan", "is ssh running"],
    fr: ["redémarre l'ordinateur", "démarre le ventilateur", "est-ce que ssh tourne"],
    zh: ["重启电脑", "打开风扇", "ssh在运行吗"],
  },
  describe: ({ name, verb }, lang) =>
    say(lang, {
      en: `${verb} the service ${name}`,
      fr: `${{ start: "démarrer", stop: "arrêter", restart: "redémarrer" }[verb]} le service ${name}`,
      zh: `${{ start: "启动", stop: "停止", restart: "重启" }[verb]}服务${name}`,
    }),
  run: ({ name, verb }, powers) =>
    withService(name, powers, async (service) => {
      const now = await (await powers.drivers.system()).controlService(service.unit, verb);
      const wanted = verb === "stop" ? "inactive" : "active";
      if (now.state === wanted) return { kind: "done", say: sayService(now, powers.lang), data: now };
      return {
        kind: "failed",
        code: "BACKEND_FAILED",
        say: sayService(now, powers.lang),
        remedy: `journalctl -u ${now.unit}`,
      };
    }),
});

const logRead = defineAction({
  name: "log_read",
  summary: "Read what the system or a service has logged.",
  args: { service: maybe("text", "whose log"), since: maybe("duration", "how far back") },
  risk: "read",
  examples: {
    en: [
      ["show the nginx logs", { service: "nginx" }],
      ["what was logged in the last hour", { since: "PT1H" }],
      ["read the system log", {}],
    ],
    fr: [
      ["montre les journaux de nginx", { service: "nginx" }],
      ["qu'est-ce qui a été journalisé depuis une heure", { since: "PT1H" }],
      ["lis le journal système", {}],
    ],
    zh: [
      ["看看nginx的日志", { service: "nginx" }],
      ["最近一小时的日志", { since: "PT1H" }],
      ["读一下系统日志", {}],
    ],
  },
  negatives: {
    en: ["what did you do this morning", "is nginx running"],
    fr: ["qu'as-tu fait ce matin", "est-ce que nginx tourne"],
    zh: ["你今天早上做了什么", "nginx在运行吗"],
  },
  describe: ({ service }, lang) =>
    say(lang, {
      en: `read the log${service ? ` of ${service}` : ""}`,
      fr: `lire le journal${service ? ` de ${service}` : ""}`,
      zh: `查看${service ? `${service}的` : ""}日志`,
    }),
  run: async ({ service, since }, powers) => {
    const read = async (unit?: string): Promise<Result> => {
      const { lang } = powers;
      const entries = await (await powers.drivers.system()).logs({
        limit: 50,
        ...(unit === undefined ? {} : { unit }),
        ...(since === undefined ? {} : { sinceS: secondsOf(since) }),
      });
      if (entries.length === 0)
        return {
          kind: "done",
          say: say(lang, { en: "The log has nothing.", fr: "Le journal est vide.", zh: "日志里没有内容。" }),
          data: [],
        };
      const errors = entries.filter((e) => e.priority <= 3).length;
      const last = entries[0]!;
      return {
        kind: "done",
        say: say(lang, {
          en: `${entries.length} entries, ${errors} of them errors. The last: ${last.source}: ${last.message}`,
          fr: `${entries.length} lignes, dont ${errors} erreurs. La dernière : ${last.source} : ${last.message}`,
          zh: `共${entries.length}条，其中${errors}条错误。最近一条：${last.source}：${last.message}`,
        }),
        show: entries.map((e) => `${toLocal(new Date(e.at), powers.timeZone)} ${e.source}: ${e.message}`),
        data: entries,
      };
    };
    if (service === undefined) return read();
    return withService(service, powers, ({ unit }) => read(unit));
  },
});

const updatesCheck = defineAction({
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

const updatesInstall = defineAction({
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
  run: async (_, powers) => {
    const { lang } = powers;
    const system = await powers.drivers.system();
    const before = (await system.updates()).length;
    if (before === 0) return { kind: "done", say: sayUpdates(0, lang), data: { installed: 0, left: 0 } };
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

const timezoneSet = defineAction({
  name: "timezone_set",
  summary: "Set the machine's time zone.",
  args: { timezone: arg("text", "the zone, or a city in it") },
  risk: "reversible",
  examples: {
    en: [
      ["set the time zone to Tokyo", { timezone: "Tokyo" }],
      ["change the timezone to America/New_York", { timezone: "America/New_York" }],
      ["I'm in London now, change the time zone to London", { timezone: "London" }],
    ],
    fr: [
      ["mets le fuseau horaire sur Tokyo", { timezone: "Tokyo" }],
      ["passe au fuseau de Montréal", { timezone: "Montréal" }],
      ["règle le fuseau horaire sur Londres", { timezone: "Londres" }],
    ],
    zh: [
      ["把时区设为东京", { timezone: "东京" }],
      ["时区改成上海", { timezone: "上海" }],
      ["切换到伦敦时区", { timezone: "伦敦" }],
    ],
  },
  negatives: {
    en: ["what time is it in Tokyo", "what's the weather in London"],
    fr: ["quelle heure est-il à Tokyo", "quel temps fait-il à Londres"],
    zh: ["东京现在几点", "伦敦天气怎么样"],
  },
  describe: ({ timezone }, lang) =>
    say(lang, {
      en: `set the time zone to ${timezone}`,
      fr: `mettre le fuseau horaire sur ${timezone}`,
      zh: `把时区设为${timezone}`,
    }),
  run: async ({ timezone }, powers) => {
    const { lang } = powers;
    const [zone, ...others] = findTimezones(timezone);
    if (zone === undefined) return notFound(timezone, lang);
    if (others.length > 0)
      return {
        kind: "choose",
        arg: "timezone",
        question: say(lang, { en: "Which time zone?", fr: "Quel fuseau horaire ?", zh: "哪个时区？" }),
        options: [zone, ...others].slice(0, 10).map((name) => ({ kind: "text", id: name, name })),
      };
    const system = await powers.drivers.system();
    const before = await system.timezone();
    const now = await system.setTimezone(zone);
    return { kind: "done", say: sayTimezone(now, lang), data: { timezone: now }, undo: { timezone: before } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.system()).setTimezone(String(data.timezone));
    return { kind: "done", say: sayTimezone(now, powers.lang) };
  },
});

const languageSet = defineAction({
  name: "language_set",
  summary: "Choose the language in which the shell listens and answers.",
  args: { language: arg("text", "the language's name") },
  risk: "reversible",
  examples: {
    en: [
      ["speak French from now on", { language: "French" }],
      ["set the language to Chinese", { language: "Chinese" }],
      ["switch to English", { language: "English" }],
    ],
    fr: [
      ["parle anglais désormais", { language: "anglais" }],
      ["mets la langue en chinois", { language: "chinois" }],
      ["passe en français", { language: "français" }],
    ],
    zh: [
      ["以后说英语", { language: "英语" }],
      ["把语言设为法语", { language: "法语" }],
      ["切换到中文", { language: "中文" }],
    ],
  },
  negatives: {
    en: ["how do you say hello in French", "translate this into Chinese"],
    fr: ["comment dit-on bonjour en anglais", "traduis ça en chinois"],
    zh: ["你好用英语怎么说", "把这个翻译成法语"],
  },
  describe: ({ language }, lang) =>
    say(lang, { en: `speak ${language} from now on`, fr: `parler ${language} désormais`, zh: `以后说${language}` }),
  run: async ({ language }, powers) => {
    const code = languageCode(language);
    if (code === undefined)
      return {
        kind: "failed",
        code: "NOT_FOUND",
        say: say(powers.lang, {
          en: `I do not speak ${language}. I speak English, French and Chinese.`,
          fr: `Je ne parle pas ${language}. Je parle anglais, français et chinois.`,
          zh: `我不会说${language}。我会说英语、法语和中文。`,
        }),
      };
    const before = powers.memory.preferences.set("language", code);
    return {
      kind: "done",
      // Said in the new language: the first sentence shows that it works.
      say: say(code, { en: "I speak English now.", fr: "Je parle français maintenant.", zh: "现在我说中文。" }),
      data: { language: code },
      undo: { language: before ?? null },
    };
  },
  undo: async (data, powers) => {
    if (typeof data.language === "string") powers.memory.preferences.set("language", data.language);
    else powers.memory.preferences.remove("language");
    const name = typeof data.language === "string" ? languageName(data.language as Lang, powers.lang) : undefined;
    return {
      kind: "done",
      say: name
        ? say(powers.lang, { en: `Back to ${name}.`, fr: `Retour à la langue : ${name}.`, zh: `已切回${name}。` })
        : say(powers.lang, {
            en: "I follow your language again.",
            fr: "Je suis de nouveau votre langue.",
            zh: "我会跟随你的语言。",
          }),
    };
  },
});

export const systemActions = defineDomain("system", [
  powerOff,
  powerRestart,
  powerSuspend,
  screenLock,
  batteryStatus,
  systemStatus,
  processList,
  processStop,
  serviceStatus,
  serviceControl,
  logRead,
  updatesCheck,
  updatesInstall,
  timezoneSet,
  languageSet,
]);

interface When {
  readonly in?: string | undefined;
  readonly at?: string | undefined;
}

async function shutdown(kind: "poweroff" | "reboot", when: When, powers: Powers): Promise<Result> {
  const { lang } = powers;
  const power: PowerDriver = await powers.drivers.power();
  const now = powers.now();
  const at =
    when.at !== undefined
      ? toInstant(when.at, powers.timeZone)
      : when.in !== undefined
        ? new Date(now.getTime() + secondsOf(when.in) * 1000)
        : undefined;
  if (at !== undefined && at <= now)
    return {
      kind: "failed",
      code: "ARGUMENT_INVALID",
      say: say(lang, {
        en: "That time is already past.",
        fr: "Cette heure est déjà passée.",
        zh: "这个时间已经过了。",
      }),
    };
  await power.shutdown(kind, at);
  const off = kind === "poweroff";
  if (at === undefined)
    return {
      kind: "done",
      say: off
        ? say(lang, { en: "Turning off. Goodbye.", fr: "Je m'éteins. Au revoir.", zh: "正在关机，再见。" })
        : say(lang, { en: "Restarting.", fr: "Je redémarre.", zh: "正在重启。" }),
    };
  const time = whenWords(when, lang);
  return {
    kind: "done",
    say: off
      ? say(lang, { en: `I will turn off${time}.`, fr: `Je m'éteindrai${time}.`, zh: `将在${time}关机。` })
      : say(lang, { en: `I will restart${time}.`, fr: `Je redémarrerai${time}.`, zh: `将在${time}重启。` }),
    data: { kind, at: at.toISOString() },
    undo: { scheduled: kind },
  };
}

async function callOffShutdown(_: unknown, powers: Powers): Promise<Result> {
  const wasWaiting = await (await powers.drivers.power()).cancelShutdown();
  return {
    kind: "done",
    say: wasWaiting
      ? say(powers.lang, {
          en: "It is called off; I stay on.",
          fr: "C'est annulé, je reste allumé.",
          zh: "已取消，不会关机。",
        })
      : say(powers.lang, {
          en: "Nothing was scheduled any more.",
          fr: "Plus rien n'était prévu.",
          zh: "已经没有安排了。",
        }),
  };
}

/** " in ten minutes", « dans dix minutes », "十分钟后"; empty for now. */
function whenWords(when: When, lang: Lang): string {
  if (when.at !== undefined) {
    const at = sayDateTime(when.at, lang);
    return say(lang, { en: ` ${at}`, fr: ` ${at}`, zh: at });
  }
  if (when.in === undefined) return "";
  const words = sayDuration(when.in, lang);
  return say(lang, { en: ` in ${words}`, fr: ` dans ${words}`, zh: `${words}后` });
}

type StatusPart = "cpu" | "memory" | "disk" | "temperature" | "uptime" | "os";

function statusLines(status: SystemStatus, { lang, config }: Powers): Readonly<Record<StatusPart, string>> {
  const { memory, disk, os } = status;
  const used = sayBytes(memory.totalBytes - memory.availableBytes, lang);
  const total = sayBytes(memory.totalBytes, lang);
  const free = sayBytes(disk.freeBytes, lang);
  const size = sayBytes(disk.totalBytes, lang);
  const up = sayDuration(isoMinutes(status.uptimeS), lang);
  return {
    cpu: say(lang, {
      en: `The processor is ${sayPercent(status.cpuPercent, "en")} busy.`,
      fr: `Le processeur est occupé à ${sayPercent(status.cpuPercent, "fr")}.`,
      zh: `处理器占用${sayPercent(status.cpuPercent, "zh")}。`,
    }),
    memory: say(lang, {
      en: `${used} of ${total} of memory are in use.`,
      fr: `${used} de mémoire sur ${total} sont utilisés.`,
      zh: `内存已用${used}，共${total}。`,
    }),
    disk: say(lang, {
      en: `${free} of ${size} on the disk are free.`,
      fr: `${free} sur ${size} sont libres sur le disque.`,
      zh: `硬盘剩余${free}，共${size}。`,
    }),
    temperature: sayTemperature(status.temperatureC, lang, config.units),
    uptime: say(lang, {
      en: `The machine has been running for ${up}.`,
      fr: `La machine tourne depuis ${up}.`,
      zh: `机器已运行${up}。`,
    }),
    os: say(lang, {
      en: `This is ${os.name}, kernel ${os.kernel}, on ${os.host}.`,
      fr: `C'est ${os.name}, noyau ${os.kernel}, sur ${os.host}.`,
      zh: `系统是${os.name}，内核${os.kernel}，主机名${os.host}。`,
    }),
  };
}

function sayTemperature(celsius: number | undefined, lang: Lang, units: "metric" | "imperial"): string {
  if (celsius === undefined)
    return say(lang, {
      en: "This machine has no temperature sensor.",
      fr: "Cette machine n'a pas de capteur de température.",
      zh: "这台机器没有温度传感器。",
    });
  const degrees = units === "metric" ? celsius : Math.round(celsius * 1.8 + 32);
  return say(lang, {
    en: `The processor is at ${degrees} degrees.`,
    fr: `Le processeur est à ${degrees} degrés.`,
    zh: `处理器温度${degrees}度。`,
  });
}

function processRow(p: Process, lang: Lang): string {
  return `${p.name} (${p.pid}) ${p.cpuPercent} % ${sayBytes(p.memoryBytes, lang)}`;
}

/** Finds the service that the words name and does `what` with it; several that fit are asked about. */
async function withService(name: string, powers: Powers, what: (service: Service) => Promise<Result>): Promise<Result> {
  const { lang } = powers;
  const system = await powers.drivers.system();
  const all = await system.services();
  const exact = all.filter((s) => s.unit === name || s.unit === `${name}.service`);
  const found =
    exact.length > 0
      ? exact
      : matchNames(name, all, (s) => [s.unit.replace(/\.service$/, ""), s.description], 0.7).map((m) => m.thing);
  const [only, ...others] = found;
  if (!only) return notFound(name, lang);
  if (others.length > 0)
    return {
      kind: "choose",
      arg: "name",
      question: say(lang, { en: "Which service?", fr: "Quel service ?", zh: "哪个服务？" }),
      options: found.slice(0, 10).map((s) => ({ kind: "process", id: s.unit, name: s.unit.replace(/\.service$/, "") })),
    };
  return what(await system.service(only.unit));
}

function sayService({ unit, state, result }: Service, lang: Lang): string {
  const name = unit.replace(/\.service$/, "");
  if (state === "active")
    return say(lang, { en: `${name} is running.`, fr: `${name} tourne.`, zh: `${name}正在运行。` });
  if (state === "inactive")
    return say(lang, { en: `${name} is stopped.`, fr: `${name} est arrêté.`, zh: `${name}已停止。` });
  const why = result ? ` (${result})` : "";
  if (state === "failed")
    return say(lang, { en: `${name} has failed${why}.`, fr: `${name} a échoué${why}.`, zh: `${name}失败了${why}。` });
  return say(lang, { en: `${name} is ${state}.`, fr: `${name} : ${state}.`, zh: `${name}的状态是${state}。` });
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

function sayTimezone(zone: string, lang: Lang): string {
  return say(lang, {
    en: `The time zone is ${zone}.`,
    fr: `Le fuseau horaire est ${zone}.`,
    zh: `时区现在是${zone}。`,
  });
}

function notFound(name: string, lang: Lang): Result {
  return {
    kind: "failed",
    code: "NOT_FOUND",
    say: say(lang, {
      en: `I find nothing called ${name}.`,
      fr: `Je ne trouve rien qui s'appelle ${name}.`,
      zh: `没有找到${name}。`,
    }),
  };
}

/** Seconds of a duration; a month counts 30 days, a year 365. */
function secondsOf(iso: string): number {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = partsOf(iso) ?? {};
  return (years * 365 + months * 30 + weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

/** To the minute, days and hours apart; less than a minute in seconds. */
function isoMinutes(seconds: number): string {
  if (seconds < 60) return `PT${Math.max(1, Math.round(seconds))}S`;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = days > 0 ? 0 : Math.floor((seconds % 3600) / 60);
  const time = `${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}`;
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
