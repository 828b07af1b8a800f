import type { Reason } from "./reason.ts";

const ANOTHER_FOLDER = { en: "choose another folder", fr: "choisissez un autre dossier", zh: "请选别的文件夹" };
const THERE_ALREADY = { en: "{path} is already there", fr: "{path} existe déjà", zh: "{path} 已经存在" };

const REFUSED_ENTRIES = {
  "leads-out": {
    en: "leads out of the archive's folder",
    fr: "mène hors du dossier de l'archive",
    zh: "指向压缩包文件夹之外",
  },
  "link-out": {
    en: "is a link that leads out of the archive's folder",
    fr: "est un lien qui mène hors du dossier de l'archive",
    zh: "是指向压缩包文件夹之外的链接",
  },
  "hard-link": { en: "is a hard link", fr: "est un lien physique", zh: "是硬链接" },
  "long-link": { en: "is a link that is too long", fr: "est un lien trop long", zh: "是过长的链接" },
  "no-file": { en: "is not a file", fr: "n'est pas un fichier", zh: "不是文件" },
  locked: { en: "is locked with a password", fr: "est protégé par un mot de passe", zh: "有密码保护" },
  "too-many": { en: "comes after {limit} entries", fr: "vient après {limit} entrées", zh: "排在 {limit} 项之后" },
  nameless: { en: "has no name", fr: "n'a pas de nom", zh: "没有名称" },
  twice: { en: "stands in it twice", fr: "s'y trouve deux fois", zh: "在其中出现两次" },
} as const;
export type RefusedEntry = keyof typeof REFUSED_ENTRIES;

/** Why a file, a folder or an archive is not read, moved or made. */
export const FILE_REASONS = {
  "file.not-there": {
    code: "FILE_NOT_FOUND",
    why: { en: "{path} is not there", fr: "{path} n'existe pas", zh: "{path} 不存在" },
  },
  "file.taken": {
    code: "FILE_EXISTS",
    why: THERE_ALREADY,
    remedy: {
      en: "choose another name, or move the other one away first",
      fr: "choisissez un autre nom, ou déplacez d'abord l'autre",
      zh: "换个名字，或先移走原来的",
    },
  },
  "file.exists": {
    code: "FILE_EXISTS",
    why: THERE_ALREADY,
    remedy: { en: "choose another name", fr: "choisissez un autre nom", zh: "换个名字" },
  },
  "file.outside": {
    code: "FILE_OUTSIDE_HOME",
    why: {
      en: "{path} is not in the home folder",
      fr: "{path} n'est pas dans le dossier personnel",
      zh: "{path} 不在主文件夹内",
    },
    remedy: {
      en: "name something in your home folder",
      fr: "nommez quelque chose de votre dossier personnel",
      zh: "请说主文件夹里的内容",
    },
  },
  "file.link": {
    code: "FILE_OUTSIDE_HOME",
    why: {
      en: "{path} is a link, which is not followed",
      fr: "{path} est un lien, qui n'est pas suivi",
      zh: "{path} 是链接，不会跟随",
    },
  },
  "file.denied": {
    code: "PERMISSION_DENIED",
    why: {
      en: "{path} may not be changed or read",
      fr: "{path} ne peut être ni lu ni changé",
      zh: "无权读取或更改 {path}",
    },
    remedy: 'ls -ld "{path}"',
  },
  "file.full": {
    code: "BACKEND_FAILED",
    why: { en: "the disk is full", fr: "le disque est plein", zh: "磁盘已满" },
    remedy: {
      en: "say: what is eating my disk",
      fr: "dites : qu'est-ce qui prend de la place sur mon disque",
      zh: "请说：什么占用了磁盘空间",
    },
  },
  "file.failed": { code: "BACKEND_FAILED", why: { en: "{path}: {line}", fr: "{path} : {line}", zh: "{path}：{line}" } },
  "file.home": {
    code: "PERMISSION_DENIED",
    why: {
      en: "the home folder itself stays where it is",
      fr: "le dossier personnel lui-même reste où il est",
      zh: "主文件夹本身不能移动",
    },
    remedy: {
      en: "name a file or folder in it",
      fr: "nommez un fichier ou un dossier qui s'y trouve",
      zh: "请说其中的文件或文件夹",
    },
  },
  "file.into-itself": {
    code: "ARGUMENT_INVALID",
    why: {
      en: "{path} cannot go into itself",
      fr: "{path} ne peut pas aller dans lui-même",
      zh: "{path} 不能放进自身",
    },
    remedy: ANOTHER_FOLDER,
  },
  "file.program": {
    code: "PERMISSION_DENIED",
    why: {
      en: "{path} is a program, which is not started by opening it",
      fr: "{path} est un programme, qui ne se lance pas en l'ouvrant",
      zh: "{path} 是程序，不能用打开的方式运行",
    },
    remedy: { en: "say: run {path}", fr: "dites : lance {path}", zh: "请说：运行 {path}" },
  },
  "file.no-text": {
    code: "ARGUMENT_INVALID",
    why: { en: "{path} is not a text", fr: "{path} n'est pas un texte", zh: "{path} 不是文本" },
    remedy: { en: "say: open it", fr: "dites : ouvre-le", zh: "请说：打开它" },
  },
  "trash.itself": {
    code: "PERMISSION_DENIED",
    why: { en: "{path} is the trash itself", fr: "{path} est la corbeille elle-même", zh: "{path} 就是回收站" },
    remedy: "gio trash --empty",
  },
  "trash.emptied": {
    code: "FILE_NOT_FOUND",
    why: {
      en: "{path} is no longer in the trash",
      fr: "{path} n'est plus dans la corbeille",
      zh: "{path} 已不在回收站里",
    },
  },
  "trash.crowded": {
    code: "BACKEND_FAILED",
    why: {
      en: "the trash holds too many files called {name}",
      fr: "la corbeille contient trop de fichiers nommés {name}",
      zh: "回收站里名为 {name} 的文件太多",
    },
    remedy: "gio trash --empty",
  },
  "archive.into-itself": {
    code: "ARGUMENT_INVALID",
    why: {
      en: "{path} would be packed into itself",
      fr: "{path} serait emballé dans lui-même",
      zh: "{path} 会被打包进自身",
    },
    remedy: ANOTHER_FOLDER,
  },
  "archive.unknown": {
    code: "ARGUMENT_INVALID",
    why: {
      en: "{name} is no archive that can be unpacked here",
      fr: "{name} n'est pas une archive qui se décompresse ici",
      zh: "{name} 不是这里能解压的压缩包",
    },
    remedy: {
      en: "zip, tar, tar.gz, tar.xz, tar.bz2 and tar.zst can be",
      fr: "zip, tar, tar.gz, tar.xz, tar.bz2 et tar.zst sont possibles",
      zh: "可以解压 zip、tar、tar.gz、tar.xz、tar.bz2 和 tar.zst",
    },
  },
  "archive.unmakable": {
    code: "ARGUMENT_INVALID",
    why: {
      en: "{name} is no archive that can be made here",
      fr: "{name} n'est pas une archive qui peut être créée ici",
      zh: "{name} 不是这里能制作的压缩包",
    },
    remedy: {
      en: "name it .zip, .tar or .tar.gz",
      fr: "nommez-la .zip, .tar ou .tar.gz",
      zh: "请用 .zip、.tar 或 .tar.gz 命名",
    },
  },
  "archive.too-big": {
    code: "ARGUMENT_INVALID",
    why: {
      en: "the archive unpacks to more than {gigabytes} GB",
      fr: "l'archive décompressée dépasse {gigabytes} Go",
      zh: "解压后超过 {gigabytes} GB",
    },
    remedy: {
      en: "unpack it by hand where there is room",
      fr: "décompressez-la à la main là où il y a de la place",
      zh: "请在空间足够的地方手动解压",
    },
  },
  "archive.broken": {
    code: "ARGUMENT_INVALID",
    why: {
      en: "the archive cannot be read: {line}",
      fr: "l'archive est illisible : {line}",
      zh: "无法读取压缩包：{line}",
    },
  },
  ...archiveRefused(REFUSED_ENTRIES),
} as const satisfies Record<string, Reason>;

/** An entry for which a whole archive is refused. */
function archiveRefused<const K extends string>(whys: Readonly<Record<K, { en: string; fr: string; zh: string }>>) {
  const reasons = Object.entries<{ en: string; fr: string; zh: string }>(whys).map(([name, { en, fr, zh }]) => [
    `archive.${name}`,
    {
      code: "ARGUMENT_INVALID",
      why: {
        en: `the archive is refused: {entry} ${en}`,
        fr: `l'archive est refusée : {entry} ${fr}`,
        zh: `拒绝解压：{entry} ${zh}`,
      },
      remedy: {
        en: "do not trust where it came from",
        fr: "ne vous fiez pas à sa provenance",
        zh: "不要相信它的来源",
      },
    },
  ]);
  return Object.fromEntries(reasons) as Readonly<Record<`archive.${K}`, Reason>>;
}
