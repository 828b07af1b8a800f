import type { Reason } from "./reason.ts";

/** What other programs and the buses between them come to. `{line}` is what the program itself said, in its own words. */
export const PROGRAM_REASONS = {
  "program.missing": {
    code: "BACKEND_MISSING",
    why: { en: "{program} is not installed", fr: "{program} n'est pas installé", zh: "没有安装 {program}" },
    remedy: "sudo apt install {package}",
  },
  "program.not-there": {
    code: "BACKEND_MISSING",
    why: { en: "{program} does not start", fr: "{program} ne démarre pas", zh: "{program} 无法启动" },
    remedy: {
      en: "check that {program} is installed",
      fr: "vérifiez que {program} est installé",
      zh: "确认已安装 {program}",
    },
  },
  "program.not-started": {
    code: "BACKEND_FAILED",
    why: { en: "{program} does not start", fr: "{program} ne démarre pas", zh: "{program} 无法启动" },
    remedy: {
      en: "check that {program} is installed",
      fr: "vérifiez que {program} est installé",
      zh: "确认已安装 {program}",
    },
  },
  "program.failed": {
    code: "BACKEND_FAILED",
    why: { en: "{program}: {line}", fr: "{program} : {line}", zh: "{program}：{line}" },
  },
  "program.denied": {
    code: "PERMISSION_DENIED",
    why: { en: "{program}: {line}", fr: "{program} : {line}", zh: "{program}：{line}" },
  },
  "program.status": {
    code: "BACKEND_FAILED",
    why: {
      en: "{program} ended with status {status}",
      fr: "{program} s'est terminé avec le statut {status}",
      zh: "{program} 以状态 {status} 结束",
    },
  },
  "program.slow": {
    code: "TIMEOUT",
    why: {
      en: "{program} did not end within {ms} ms",
      fr: "{program} n'a pas fini en {ms} ms",
      zh: "{program} 在 {ms} 毫秒内没有结束",
    },
  },
  "bus.no-system": {
    code: "BACKEND_MISSING",
    why: {
      en: "the D-Bus system bus does not answer",
      fr: "le bus système D-Bus ne répond pas",
      zh: "D-Bus 系统总线没有响应",
    },
    remedy: "sudo apt install dbus",
  },
  "bus.no-session": {
    code: "BACKEND_MISSING",
    why: {
      en: "the D-Bus session bus does not answer",
      fr: "le bus de session D-Bus ne répond pas",
      zh: "D-Bus 会话总线没有响应",
    },
    remedy: {
      en: "sudo apt install dbus-user-session, then log in again",
      fr: "sudo apt install dbus-user-session, puis reconnectez-vous",
      zh: "sudo apt install dbus-user-session，然后重新登录",
    },
  },
  "bus.no-service": {
    code: "BACKEND_MISSING",
    why: {
      en: "no service {service} on the bus",
      fr: "aucun service {service} sur le bus",
      zh: "总线上没有服务 {service}",
    },
    remedy: "saysh doctor",
  },
  "bus.denied": {
    code: "PERMISSION_DENIED",
    why: {
      en: "{service} refused {member}: {line}",
      fr: "{service} a refusé {member} : {line}",
      zh: "{service} 拒绝了 {member}：{line}",
    },
  },
  "bus.slow": {
    code: "TIMEOUT",
    why: {
      en: "{service} did not answer {member}",
      fr: "{service} n'a pas répondu à {member}",
      zh: "{service} 没有回应 {member}",
    },
  },
  "bus.failed": {
    code: "BACKEND_FAILED",
    why: { en: "{service} {member}: {line}", fr: "{service} {member} : {line}", zh: "{service} {member}：{line}" },
  },
} as const satisfies Record<string, Reason>;
