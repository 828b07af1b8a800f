import type { SystemStatus } from "../../../../devices/drivers/system/system.ts";
import { maybeOneOf } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { sayBytes, sayDuration } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { sayPercent } from "../say-percent.ts";
import { isoMinutes, processRow } from "./say-machine.ts";

export const systemStatus = defineAction({
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
