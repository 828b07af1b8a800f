import type { Service } from "../../../../devices/drivers/system/system.ts";
import { matchNames } from "../../../match-name.ts";
import { toLocal } from "../../../memory/zoned-time.ts";
import { arg, maybe, oneOf } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { notFound, secondsOf } from "./say-machine.ts";

export const serviceStatus = defineAction({
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

export const serviceControl = defineAction({
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
  look: ({ name }, powers) => withService(name, powers, async () => undefined),
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

export const logRead = defineAction({
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

/** Finds the service that the words name and does `what` with it; several that fit are asked about. */
async function withService<R extends Result | undefined>(
  name: string,
  powers: Powers,
  what: (service: Service) => Promise<R>,
): Promise<Result | R> {
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
