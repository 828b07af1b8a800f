import { extname } from "node:path";
import type { FileKind } from "./files.ts";

/** What people call a file by its extension, lower case, without the dot. */
const EXTENSIONS: Readonly<Record<Exclude<FileKind, "any" | "folder">, string>> = {
  document:
    "pdf doc docx odt rtf txt md tex pages xls xlsx ods csv tsv numbers ppt pptx odp key epub mobi djvu ps org eml vcf ics wps et dps",
  picture: "jpg jpeg png gif bmp webp heic heif avif tif tiff svg raw cr2 cr3 nef arw dng orf rw2 xcf psd ico jxl",
  music: "mp3 flac ogg oga opus m4a aac wav wma aiff aif ape mid midi m4b m3u amr",
  video: "mp4 mkv avi mov webm m4v mpg mpeg wmv flv 3gp ogv mts vob m2ts",
  archive: "zip tar gz tgz bz2 tbz2 xz txz zst tzst 7z rar iso deb rpm jar cab lz lzma",
  code: "js mjs cjs ts tsx jsx py rb rs go c h cc cpp hpp cxx java kt swift cs php pl lua sh bash zsh fish ps1 sql html css scss vue svelte json yaml yml toml xml ini r jl hs ml ex exs erl scala clj dart zig nim ipynb",
};

const BY_EXTENSION = new Map<string, FileKind>(
  Object.entries(EXTENSIONS).flatMap(([kind, list]) =>
    list.split(" ").map((extension) => [extension, kind as FileKind] as const),
  ),
);

/** The kind of a file by its name; "any" for what no table knows. */
export function kindOf(name: string, isFolder: boolean): FileKind {
  if (isFolder) return "folder";
  return BY_EXTENSION.get(extname(name).slice(1).toLowerCase()) ?? "any";
}
