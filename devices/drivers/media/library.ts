import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { nameScore } from "../../../src/match-name.ts";
import type { MediaKind } from "./media.ts";
import { readTags, type Tags } from "./tags.ts";

/** The person's own pieces: files under the music and video folders, found by path and by tags. */
export interface Library {
  /** The queue that fits best, in playing order; empty when nothing fits. */
  find(wanted: Wanted): Promise<readonly string[]>;
}

export interface Wanted {
  readonly query?: string;
  readonly artist?: string;
  readonly kind?: MediaKind;
}

interface Piece {
  readonly path: string;
  /** Path from the library's root without the extension. */
  readonly inside: string;
  readonly video: boolean;
  readonly tags: Tags;
}

/** @param roots absolute folders; those that are not there count as empty */
export function createLibrary(roots: readonly string[]): Library {
  return {
    find: async (wanted) => {
      const files = await listMedia(roots);
      if (wanted.kind === "playlist") return bestPlaylist(files, wanted.query ?? "");
      const pieces = await readPieces(files.filter((f) => !PLAYLISTS.has(extensionOf(f.path))));
      const ofKind = pieces.filter((p) => p.video === (wanted.kind === "video"));
      // A bare name may be a film or a playlist too; music goes first.
      const found = best(ofKind, wanted);
      if (found.length > 0 || wanted.kind !== undefined) return found;
      const playlist = wanted.query && !wanted.artist ? bestPlaylist(files, wanted.query) : [];
      return playlist.length > 0 ? playlist : best(pieces, wanted);
    },
  };
}

const AUDIO = new Set("mp3 flac ogg oga opus m4a m4b aac wav wma aiff aif ape wv mka".split(" "));
const VIDEO = new Set("mp4 mkv webm avi mov m4v mpg mpeg ogv wmv ts".split(" "));
const PLAYLISTS = new Set(["m3u", "m3u8", "pls"]);
/** A walk ends there: enough for a large collection, not for a mounted archive. */
const MAX_FILES = 20_000;
const MAX_DEPTH = 8;
/** Below it a piece does not fit; more than half of the words must be there, slips of the ear aside. */
const MIN_SCORE = 0.6;

interface MediaFile {
  readonly path: string;
  readonly root: string;
}

function extensionOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

async function listMedia(roots: readonly string[]): Promise<readonly MediaFile[]> {
  const files: MediaFile[] = [];
  const walk = async (root: string, folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
    for (const entry of entries) {
      if (entry.name.startsWith(".") || files.length >= MAX_FILES) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < MAX_DEPTH) await walk(root, path, depth + 1);
      else if (await isMediaFile(entry, path)) files.push({ path, root });
    }
  };
  for (const root of roots) await walk(root, root, 0);
  return files;
}

async function isMediaFile(entry: { isFile(): boolean; isSymbolicLink(): boolean }, path: string): Promise<boolean> {
  const extension = extensionOf(path);
  if (!AUDIO.has(extension) && !VIDEO.has(extension) && !PLAYLISTS.has(extension)) return false;
  if (entry.isFile()) return true;
  return (
    entry.isSymbolicLink() &&
    (await stat(path).then(
      (s) => s.isFile(),
      () => false,
    ))
  );
}

async function readPieces(files: readonly MediaFile[]): Promise<readonly Piece[]> {
  const tags = await readTags(files.map((f) => f.path));
  return files.map(({ path, root }, i) => ({
    path,
    inside: relative(root, path).slice(0, -extname(path).length || undefined),
    video: VIDEO.has(extensionOf(path)),
    tags: tags[i]!,
  }));
}

/** The pieces whose best field fits as well as the best of all; a whole folder or album comes in its own order. */
function best(pieces: readonly Piece[], wanted: Wanted): readonly string[] {
  if (wanted.query === undefined && wanted.artist === undefined) return inOrder(pieces);
  const scored = pieces
    .map((piece) => ({ piece, score: scoreOf(piece, wanted) }))
    .filter(({ score }) => score >= MIN_SCORE);
  const top = Math.max(0, ...scored.map(({ score }) => score));
  return inOrder(scored.filter(({ score }) => score >= top - 0.05).map(({ piece }) => piece));
}

function scoreOf(piece: Piece, wanted: Wanted): number {
  const byArtist = wanted.artist === undefined ? 1 : bestName(wanted.artist, artistNames(piece));
  if (wanted.query === undefined) return byArtist;
  if (byArtist < MIN_SCORE) return 0;
  return bestName(wanted.query, namesFor(piece, wanted.kind)) * byArtist;
}

function bestName(words: string, names: readonly (string | undefined)[]): number {
  return Math.max(0, ...names.map((name) => (name ? nameScore(words, name) : 0)));
}

function artistNames({ tags, inside }: Piece): readonly (string | undefined)[] {
  return [tags.artist, tags.albumArtist, ...folderNames(inside), basename(inside).split(" - ")[0]];
}

/** Which names count for which kind of thing sought. */
function namesFor(piece: Piece, kind: MediaKind | undefined): readonly (string | undefined)[] {
  const { tags, inside } = piece;
  const title = [tags.title, titleOf(inside), basename(inside)];
  const folders = folderNames(inside);
  if (kind === "song" || kind === "video") return [...title, ...(kind === "video" ? folders : [])];
  if (kind === "artist") return artistNames(piece);
  if (kind === "album") return [tags.album, ...folders];
  if (kind === "genre") return [...tags.genres, ...folders];
  const together = [tags.artist, tags.title].filter(Boolean).join(" ");
  return [...title, tags.artist, tags.albumArtist, tags.album, ...tags.genres, ...folders, together];
}

function folderNames(inside: string): readonly string[] {
  const folder = dirname(inside);
  return folder === "." ? [] : folder.split("/");
}

/** "03 - Sinnerman" → "Sinnerman", "Nina Simone - Sinnerman" → "Sinnerman". */
function titleOf(inside: string): string {
  return basename(inside)
    .replace(/^\d{1,3}[ ._-]+/, "")
    .split(" - ")
    .at(-1)!;
}

function inOrder(pieces: readonly Piece[]): readonly string[] {
  const key = ({ tags, inside }: Piece) =>
    [
      tags.album ?? dirname(inside),
      String(tags.disc ?? 0).padStart(3, "0"),
      String(tags.track ?? 0).padStart(4, "0"),
    ].join("\n");
  return [...pieces]
    .sort((a, b) => key(a).localeCompare(key(b), "en") || a.inside.localeCompare(b.inside, "en", { numeric: true }))
    .map((piece) => piece.path);
}

function bestPlaylist(files: readonly MediaFile[], query: string): readonly string[] {
  const lists = files
    .filter((f) => PLAYLISTS.has(extensionOf(f.path)))
    .map(({ path }) => ({ path, score: query === "" ? 1 : nameScore(query, basename(path, extname(path))) }))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score);
  return lists.slice(0, 1).map(({ path }) => path);
}
