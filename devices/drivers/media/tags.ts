import { stat } from "node:fs/promises";

/** What a media file says of itself. */
export interface Tags {
  readonly title?: string;
  readonly artist?: string;
  readonly albumArtist?: string;
  readonly album?: string;
  readonly genres: readonly string[];
  readonly track?: number;
  readonly disc?: number;
}

const NONE: Tags = { genres: [] };
/** Files read at a time: a Raspberry Pi's card gains nothing past that. */
const PARALLEL = 8;
/** One search reads tags for no longer; what is not read yet is found by its path, and by its tags the next time. */
const BUDGET_MS = 4_000;

/** Path → its tags and the modification time for which they hold. */
const cache = new Map<string, { readonly mtimeMs: number; readonly tags: Tags }>();

/** The tags of these files, in their order; a file without readable tags has none. */
export async function readTags(paths: readonly string[]): Promise<readonly Tags[]> {
  const tags: Tags[] = new Array<Tags>(paths.length).fill(NONE);
  const deadline = performance.now() + BUDGET_MS;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < paths.length; at = next++) {
      if (performance.now() > deadline) tags[at] = cache.get(paths[at]!)?.tags ?? NONE;
      else tags[at] = await readFile(paths[at]!);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return tags;
}

async function readFile(path: string): Promise<Tags> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return NONE;
  const known = cache.get(path);
  if (known?.mtimeMs === found.mtimeMs) return known.tags;
  const tags = await parse(path);
  cache.set(path, { mtimeMs: found.mtimeMs, tags });
  return tags;
}

async function parse(path: string): Promise<Tags> {
  const { parseFile } = await import("music-metadata");
  try {
    const { common } = await parseFile(path, { skipCovers: true, duration: false });
    return {
      genres: common.genre ?? [],
      ...(common.title ? { title: common.title } : {}),
      ...(common.artist ? { artist: common.artist } : {}),
      ...(common.albumartist ? { albumArtist: common.albumartist } : {}),
      ...(common.album ? { album: common.album } : {}),
      ...(common.track.no ? { track: common.track.no } : {}),
      ...(common.disk.no ? { disc: common.disk.no } : {}),
    };
  } catch {
    return NONE; // damaged or of a kind that holds no tags: its path still names it
  }
}
