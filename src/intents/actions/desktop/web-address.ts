import { plain } from "../../../match-name.ts";

/** Names that everybody uses for one address; everything else must look like one. */
const SITES: Readonly<Record<string, string>> = {
  wikipedia: "https://www.wikipedia.org/",
  维基百科: "https://zh.wikipedia.org/",
  youtube: "https://www.youtube.com/",
  github: "https://github.com/",
  gitlab: "https://gitlab.com/",
  reddit: "https://www.reddit.com/",
  google: "https://www.google.com/",
  duckduckgo: "https://duckduckgo.com/",
  openstreetmap: "https://www.openstreetmap.org/",
  "stack overflow": "https://stackoverflow.com/",
  "hacker news": "https://news.ycombinator.com/",
  "the guardian": "https://www.theguardian.com/",
  "le monde": "https://www.lemonde.fr/",
  baidu: "https://www.baidu.com/",
  百度: "https://www.baidu.com/",
  bilibili: "https://www.bilibili.com/",
  哔哩哔哩: "https://www.bilibili.com/",
  知乎: "https://www.zhihu.com/",
  微博: "https://weibo.com/",
  淘宝: "https://www.taobao.com/",
};
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;
const LOCAL = /^(?:localhost|[\p{L}\p{N}-]+\.local|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])$/iu;

/** "example.org", "example dot org", "https://…", "wikipedia" → an http(s) address; undefined for words that are none. */
export function readAddress(words: string): string | undefined {
  const known = SITES[plain(words)] ?? SITES[words.trim()];
  if (known) return known;
  const text = words
    .trim()
    .replace(/\s+(?:dot|point|点)\s+/giu, ".")
    .replace(/\s+(?:slash|barre oblique|斜杠)\s+/giu, "/");
  if (/\s/.test(text)) return undefined;
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? new URL(text).href : undefined;
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)) return undefined;
  const host = text.split(/[/?#]/, 1)[0]!.replace(/:\d+$/, "");
  const isLocal = LOCAL.test(host);
  if (!isLocal && !HOST.test(host)) return undefined;
  const url = `${isLocal ? "http" : "https"}://${text}`;
  return URL.canParse(url) ? new URL(url).href : undefined;
}
