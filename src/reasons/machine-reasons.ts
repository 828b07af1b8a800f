import type { Reason } from "./reason.ts";

/** What the machine itself has not, or does not let happen: the desktop, its screen, power, processes, services. */
export const MACHINE_REASONS = {
  "desktop.none": {
    code: "BACKEND_MISSING",
    why: {
      en: "no desktop runs here: neither WAYLAND_DISPLAY nor DISPLAY is set",
      fr: "aucun bureau ne tourne ici : ni WAYLAND_DISPLAY ni DISPLAY n'est défini",
      zh: "这里没有运行桌面：WAYLAND_DISPLAY 和 DISPLAY 都没有设置",
    },
    remedy: {
      en: "start saysh in a desktop session, or: export DISPLAY=:0",
      fr: "lancez saysh dans une session de bureau, ou : export DISPLAY=:0",
      zh: "在桌面会话中启动 saysh，或：export DISPLAY=:0",
    },
  },
  "desktop.no-terminal": {
    code: "BACKEND_MISSING",
    why: {
      en: "{app} needs a terminal window",
      fr: "{app} a besoin d'une fenêtre de terminal",
      zh: "{app} 需要终端窗口",
    },
    remedy: "sudo apt install xterm",
  },
  "desktop.no-command": {
    code: "BACKEND_FAILED",
    why: {
      en: "{file} has no command that can be read",
      fr: "{file} n'a pas de commande lisible",
      zh: "{file} 中没有可读的命令",
    },
    remedy: "desktop-file-validate {file}",
  },
  "desktop.no-address": {
    code: "ARGUMENT_INVALID",
    why: { en: "{url} is no web address", fr: "{url} n'est pas une adresse web", zh: "{url} 不是网址" },
    remedy: { en: "name an http address", fr: "donnez une adresse http", zh: "请给出 http 网址" },
  },
  "screen.none": {
    code: "BACKEND_MISSING",
    why: {
      en: "no screen that this shell can reach",
      fr: "aucun écran que ce shell puisse atteindre",
      zh: "没有可以控制的屏幕",
    },
    remedy: {
      en: "start saysh inside the desktop session, or connect a panel with a backlight",
      fr: "lancez saysh dans la session de bureau, ou branchez un écran rétroéclairé",
      zh: "在桌面会话中启动 saysh，或连接带背光的屏幕",
    },
  },
  "screen.no-backlight": {
    code: "BACKEND_MISSING",
    why: {
      en: "this screen's brightness cannot be set from here (no backlight)",
      fr: "la luminosité de cet écran ne se règle pas d'ici (pas de rétroéclairage)",
      zh: "无法从这里调节屏幕亮度（没有背光）",
    },
    remedy: {
      en: "use the screen's own buttons; ls /sys/class/backlight shows the panels that can",
      fr: "utilisez les boutons de l'écran ; ls /sys/class/backlight montre les écrans réglables",
      zh: "用屏幕上的按键；ls /sys/class/backlight 会列出可调的屏幕",
    },
  },
  "screen.no-switch": {
    code: "BACKEND_MISSING",
    why: {
      en: "nothing here turns the screen off and on",
      fr: "rien ici n'éteint ni n'allume l'écran",
      zh: "没有程序可以开关屏幕",
    },
    remedy: "sudo apt install {package}",
  },
  "screen.no-dpms": {
    code: "BACKEND_MISSING",
    why: {
      en: "this X server cannot turn the screen off (no DPMS)",
      fr: "ce serveur X ne sait pas éteindre l'écran (pas de DPMS)",
      zh: "这个 X 服务器不能关闭屏幕（没有 DPMS）",
    },
    remedy: { en: "use the screen's own button", fr: "utilisez le bouton de l'écran", zh: "用屏幕上的按键" },
  },
  "screen.not-graphical": {
    code: "BACKEND_MISSING",
    why: {
      en: "there is no graphical screen here",
      fr: "il n'y a pas d'écran graphique ici",
      zh: "这里没有图形屏幕",
    },
    remedy: {
      en: "start saysh inside the desktop session (DISPLAY or WAYLAND_DISPLAY is not set)",
      fr: "lancez saysh dans la session de bureau (DISPLAY ou WAYLAND_DISPLAY n'est pas défini)",
      zh: "在桌面会话中启动 saysh（DISPLAY 或 WAYLAND_DISPLAY 没有设置）",
    },
  },
  "screen.no-shooter": {
    code: "BACKEND_MISSING",
    why: {
      en: "no program that takes screenshots",
      fr: "aucun programme de capture d'écran",
      zh: "没有截屏程序",
    },
    remedy: "sudo apt install {package}",
  },
  "screen.no-picture": {
    code: "BACKEND_FAILED",
    why: { en: "{program} left no picture", fr: "{program} n'a pas laissé d'image", zh: "{program} 没有生成图片" },
  },
  "screen.no-setting": {
    code: "BACKEND_MISSING",
    why: {
      en: "this desktop has no setting {setting}",
      fr: "ce bureau n'a pas le réglage {setting}",
      zh: "这个桌面没有设置项 {setting}",
    },
    remedy: "sudo apt install {package}",
  },
  "screen.no-right": {
    code: "PERMISSION_DENIED",
    why: {
      en: "this user may not change the light of {name}",
      fr: "cet utilisateur ne peut pas changer la lumière de {name}",
      zh: "当前用户无权调节 {name} 的亮度",
    },
    remedy: {
      en: "sudo apt install brightnessctl, or: sudo usermod -aG video $USER",
      fr: "sudo apt install brightnessctl, ou : sudo usermod -aG video $USER",
      zh: "sudo apt install brightnessctl，或：sudo usermod -aG video $USER",
    },
  },
  "power.no-logind": {
    code: "BACKEND_MISSING",
    why: {
      en: "nothing here controls the power (logind)",
      fr: "rien ici ne commande l'alimentation (logind)",
      zh: "没有可以控制电源的服务（logind）",
    },
    remedy: "sudo apt install systemd libpam-systemd dbus",
  },
  "power.cannot": {
    code: "BACKEND_MISSING",
    why: {
      en: "the machine is not able to: {question} says “na”",
      fr: "elle n'en est pas capable : {question} répond « na »",
      zh: "机器不支持：{question} 返回“na”",
    },
    remedy: "systemctl status systemd-logind",
  },
  "power.may-not": {
    code: "PERMISSION_DENIED",
    why: {
      en: "this user may not: {question} says “{answer}”",
      fr: "cet utilisateur n'en a pas le droit : {question} répond « {answer} »",
      zh: "当前用户无权这样做：{question} 返回“{answer}”",
    },
    remedy: {
      en: "log in on the machine itself, or allow it by a polkit rule for org.freedesktop.login1",
      fr: "connectez-vous sur la machine même, ou autorisez-le par une règle polkit pour org.freedesktop.login1",
      zh: "在机器本机登录，或用 polkit 规则允许 org.freedesktop.login1",
    },
  },
  "power.not-kept": {
    code: "BACKEND_FAILED",
    why: {
      en: "logind did not keep the {kind} for {at}",
      fr: "logind n'a pas retenu le {kind} pour {at}",
      zh: "logind 没有保留 {at} 的 {kind}",
    },
  },
  "power.nobody": {
    code: "NOT_FOUND",
    why: {
      en: "nobody is logged in, so there is no screen to lock",
      fr: "personne n'est connecté, il n'y a donc pas d'écran à verrouiller",
      zh: "没有人登录，所以没有屏幕可以锁定",
    },
  },
  "updates.no-apt": {
    code: "BACKEND_MISSING",
    why: {
      en: "no package manager that this shell knows (apt)",
      fr: "aucun gestionnaire de paquets connu de ce shell (apt)",
      zh: "没有本程序认识的软件包管理器（apt）",
    },
    remedy: {
      en: "use the system's own updater",
      fr: "utilisez l'outil de mise à jour du système",
      zh: "用系统自带的更新程序",
    },
  },
  "updates.may-not": {
    code: "PERMISSION_DENIED",
    why: {
      en: "this user may not install updates",
      fr: "cet utilisateur ne peut pas installer de mises à jour",
      zh: "当前用户无权安装更新",
    },
    remedy: "sudo apt upgrade",
  },
  "timezone.unknown": {
    code: "ARGUMENT_INVALID",
    why: { en: "no time zone “{zone}”", fr: "aucun fuseau horaire « {zone} »", zh: "没有时区“{zone}”" },
    remedy: "timedatectl list-timezones",
  },
  "timezone.fixed": {
    code: "BACKEND_MISSING",
    why: {
      en: "nothing here can change the time zone",
      fr: "rien ici ne peut changer le fuseau horaire",
      zh: "没有可以更改时区的服务",
    },
    remedy: "sudo apt install systemd dbus",
  },
  "process.ours": {
    code: "PERMISSION_DENIED",
    why: {
      en: "{name} ({pid}) carries this shell and is not stopped",
      fr: "{name} ({pid}) porte ce shell et n'est pas arrêté",
      zh: "{name}（{pid}）运行着本程序，不会停止它",
    },
  },
  "process.gone": {
    code: "NOT_FOUND",
    why: {
      en: "{name} ({pid}) no longer runs",
      fr: "{name} ({pid}) ne tourne plus",
      zh: "{name}（{pid}）已经不在运行",
    },
  },
  "process.stays": {
    code: "BACKEND_FAILED",
    why: {
      en: "{name} ({pid}) does not end, not even by SIGKILL",
      fr: "{name} ({pid}) ne s'arrête pas, même par SIGKILL",
      zh: "{name}（{pid}）无法结束，SIGKILL 也不行",
    },
  },
  "process.others": {
    code: "PERMISSION_DENIED",
    why: {
      en: "{name} ({pid}) belongs to another user",
      fr: "{name} ({pid}) appartient à un autre utilisateur",
      zh: "{name}（{pid}）属于其他用户",
    },
  },
  "service.no-systemd": {
    code: "BACKEND_MISSING",
    why: { en: "systemd does not run here", fr: "systemd ne tourne pas ici", zh: "systemd 没有运行" },
    remedy: {
      en: "services need systemd as the init system: sudo apt install systemd-sysv, then restart",
      fr: "les services ont besoin de systemd : sudo apt install systemd-sysv, puis redémarrez",
      zh: "服务需要 systemd：sudo apt install systemd-sysv，然后重启",
    },
  },
  "service.unknown": {
    code: "NOT_FOUND",
    why: { en: "no service “{unit}”", fr: "aucun service « {unit} »", zh: "没有服务“{unit}”" },
  },
} as const satisfies Record<string, Reason>;
