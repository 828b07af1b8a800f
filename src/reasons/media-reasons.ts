import type { Reason } from "./reason.ts";

/** Why something is not heard, recorded or played. */
export const MEDIA_REASONS = {
  "sound.no-server": {
    code: "BACKEND_MISSING",
    why: {
      en: "no PulseAudio or PipeWire server answers",
      fr: "aucun serveur PulseAudio ou PipeWire ne répond",
      zh: "没有 PulseAudio 或 PipeWire 服务响应",
    },
    remedy: {
      en: "sudo apt install pipewire-pulse wireplumber, then log in again",
      fr: "sudo apt install pipewire-pulse wireplumber, puis reconnectez-vous",
      zh: "sudo apt install pipewire-pulse wireplumber，然后重新登录",
    },
  },
  "sound.no-output": {
    code: "BACKEND_MISSING",
    why: {
      en: "the sound server has no output",
      fr: "le serveur de son n'a pas de sortie",
      zh: "声音服务没有输出设备",
    },
    remedy: {
      en: "connect a sound card or speaker; pactl list short shows what is there",
      fr: "branchez une carte son ou un haut-parleur ; pactl list short montre ce qu'il y a",
      zh: "连接声卡或扬声器；pactl list short 会列出已有的",
    },
  },
  "sound.no-input": {
    code: "BACKEND_MISSING",
    why: {
      en: "the sound server has no microphone",
      fr: "le serveur de son n'a pas de micro",
      zh: "声音服务没有麦克风",
    },
    remedy: {
      en: "connect a microphone; pactl list short shows what is there",
      fr: "branchez un micro ; pactl list short montre ce qu'il y a",
      zh: "连接麦克风；pactl list short 会列出已有的",
    },
  },
  "sound.no-such-output": {
    code: "NOT_FOUND",
    why: { en: "no sound output “{id}”", fr: "aucune sortie son « {id} »", zh: "没有声音输出“{id}”" },
  },
  "sound.one-output": {
    code: "NOT_FOUND",
    why: {
      en: "no sound output “{id}”; ALSA alone has one",
      fr: "aucune sortie son « {id} » ; ALSA seul n'en a qu'une",
      zh: "没有声音输出“{id}”；只有 ALSA 时仅有一个",
    },
    remedy: {
      en: "sudo apt install pipewire-pulse wireplumber, then log in again",
      fr: "sudo apt install pipewire-pulse wireplumber, puis reconnectez-vous",
      zh: "sudo apt install pipewire-pulse wireplumber，然后重新登录",
    },
  },
  "sound.not-switched": {
    code: "BACKEND_FAILED",
    why: {
      en: "the sound server did not switch to “{name}”",
      fr: "le serveur de son n'est pas passé à « {name} »",
      zh: "声音服务没有切换到“{name}”",
    },
  },
  "sound.no-capture": {
    code: "BACKEND_MISSING",
    why: {
      en: "the sound card has no microphone switch",
      fr: "la carte son n'a pas d'interrupteur de micro",
      zh: "声卡没有麦克风开关",
    },
    remedy: {
      en: "connect a microphone; amixer scontrols shows what the card has",
      fr: "branchez un micro ; amixer scontrols montre ce que la carte a",
      zh: "连接麦克风；amixer scontrols 会列出声卡的控制项",
    },
  },
  "sound.no-mixer": {
    code: "BACKEND_MISSING",
    why: {
      en: "no sound card with a volume control",
      fr: "aucune carte son avec un réglage de volume",
      zh: "没有可调音量的声卡",
    },
    remedy: {
      en: "connect a sound card, or: sudo apt install pipewire-pulse wireplumber",
      fr: "branchez une carte son, ou : sudo apt install pipewire-pulse wireplumber",
      zh: "连接声卡，或：sudo apt install pipewire-pulse wireplumber",
    },
  },
  "camera.nothing": {
    code: "BACKEND_MISSING",
    why: {
      en: "there is no camera and no program that records sound",
      fr: "il n'y a ni caméra ni programme qui enregistre le son",
      zh: "没有摄像头，也没有录音程序",
    },
    remedy: {
      en: "plug in a camera, or: sudo apt install ffmpeg pulseaudio-utils",
      fr: "branchez une caméra, ou : sudo apt install ffmpeg pulseaudio-utils",
      zh: "接上摄像头，或：sudo apt install ffmpeg pulseaudio-utils",
    },
  },
  "camera.no-recorder": {
    code: "BACKEND_MISSING",
    why: { en: "nothing here records sound", fr: "rien ici n'enregistre le son", zh: "没有录音程序" },
    remedy: "sudo apt install pulseaudio-utils",
  },
  "camera.none": {
    code: "BACKEND_MISSING",
    why: {
      en: "this machine has no camera that can be used",
      fr: "cette machine n'a pas de caméra utilisable",
      zh: "这台机器没有可用的摄像头",
    },
    remedy: {
      en: "plug in a camera, then: sudo apt install ffmpeg (on a Raspberry Pi: rpicam-apps)",
      fr: "branchez une caméra, puis : sudo apt install ffmpeg (sur un Raspberry Pi : rpicam-apps)",
      zh: "接上摄像头，然后：sudo apt install ffmpeg（树莓派：rpicam-apps）",
    },
  },
  "camera.no-answer": {
    code: "BACKEND_MISSING",
    why: {
      en: "no camera or microphone answers ({line})",
      fr: "aucune caméra, aucun micro ne répond ({line})",
      zh: "没有摄像头或麦克风响应（{line}）",
    },
    remedy: {
      en: "plug one in, or: saysh doctor",
      fr: "branchez-en un, ou : saysh doctor",
      zh: "接上一个，或：saysh doctor",
    },
  },
  "camera.nothing-recorded": {
    code: "BACKEND_FAILED",
    why: { en: "{program} recorded nothing", fr: "{program} n'a rien enregistré", zh: "{program} 什么也没有录到" },
  },
  "media.no-player": {
    code: "BACKEND_MISSING",
    why: {
      en: "no media player is installed",
      fr: "aucun lecteur multimédia n'est installé",
      zh: "没有安装媒体播放器",
    },
    remedy: "sudo apt install mpv",
  },
  "media.nothing-fits": {
    code: "NOT_FOUND",
    why: {
      en: "nothing here to play for {request}",
      fr: "rien à jouer ici pour {request}",
      zh: "这里没有 {request} 可以播放",
    },
  },
  "media.player-gone": {
    code: "NOT_FOUND",
    why: { en: "{player} no longer runs", fr: "{player} ne tourne plus", zh: "{player} 已经不在运行" },
  },
  "media.no-search": {
    code: "NOT_FOUND",
    why: {
      en: "{player} takes no search from outside",
      fr: "{player} n'accepte pas de recherche de l'extérieur",
      zh: "{player} 不支持从外部搜索",
    },
    remedy: {
      en: "choose it in {player} once; pause, next and the like work from here",
      fr: "choisissez-le une fois dans {player} ; pause, suivant, etc. marchent d'ici",
      zh: "先在 {player} 中选一次；暂停、下一首等可以在这里说",
    },
  },
  "media.unplayable": {
    code: "BACKEND_FAILED",
    why: {
      en: "mpv cannot play “{file}”: {line}",
      fr: "mpv ne peut pas jouer « {file} » : {line}",
      zh: "mpv 无法播放“{file}”：{line}",
    },
  },
  "media.no-other": {
    code: "NOT_FOUND",
    why: {
      en: "there is no other piece in the queue",
      fr: "il n'y a pas d'autre morceau dans la file",
      zh: "播放队列中没有别的曲目",
    },
  },
  "media.silence": {
    code: "NOT_FOUND",
    why: { en: "nothing is playing", fr: "rien n'est en lecture", zh: "没有正在播放的内容" },
  },
  "mpv.slow": {
    code: "TIMEOUT",
    why: {
      en: "mpv did not answer {command} within {ms} ms",
      fr: "mpv n'a pas répondu à {command} en {ms} ms",
      zh: "mpv 在 {ms} 毫秒内没有回应 {command}",
    },
  },
  "mpv.late": {
    code: "TIMEOUT",
    why: {
      en: "mpv did not get there within {ms} ms",
      fr: "mpv n'y est pas arrivé en {ms} ms",
      zh: "mpv 在 {ms} 毫秒内没有完成",
    },
  },
  "mpv.ended": {
    code: "BACKEND_FAILED",
    why: { en: "mpv ended", fr: "mpv s'est terminé", zh: "mpv 已退出" },
  },
  "mpv.no-answer": {
    code: "BACKEND_FAILED",
    why: {
      en: "nobody answers on mpv's socket: {line}",
      fr: "personne ne répond sur la prise de mpv : {line}",
      zh: "mpv 的套接字没有响应：{line}",
    },
  },
  "mpv.no-socket": {
    code: "TIMEOUT",
    why: {
      en: "mpv did not open its socket within {ms} ms",
      fr: "mpv n'a pas ouvert sa prise en {ms} ms",
      zh: "mpv 在 {ms} 毫秒内没有打开套接字",
    },
  },
  "mpv.folder": {
    code: "PERMISSION_DENIED",
    why: {
      en: "{folder} belongs to somebody else",
      fr: "{folder} appartient à quelqu'un d'autre",
      zh: "{folder} 属于别人",
    },
    remedy: {
      en: "set XDG_RUNTIME_DIR to a folder of your own",
      fr: "mettez dans XDG_RUNTIME_DIR un dossier à vous",
      zh: "把 XDG_RUNTIME_DIR 设为自己的文件夹",
    },
  },
} as const satisfies Record<string, Reason>;
