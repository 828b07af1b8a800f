import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";

interface Piece {
  readonly path: string;
  readonly tags?: Readonly<Record<string, string>>;
}

const album = { ALBUM: "Pastel Blues", ARTIST: "Nina Simone", GENRE: "Jazz" };
const PIECES: readonly Piece[] = [
  { path: "a/01.flac", tags: { ...album, TITLE: "Be My Husband", TRACKNUMBER: "1" } },
  { path: "a/02.flac", tags: { ...album, TITLE: "Strange Fruit", TRACKNUMBER: "9" } },
  { path: "a/03.flac", tags: { ...album, TITLE: "Sinnerman", TRACKNUMBER: "10" } },
  { path: "Édith Piaf/La Vie en rose.flac" },
  { path: "邓丽君/月亮代表我的心.flac" },
];

/** A small collection of real sound files, 30 s each, made by sox; one album is known by its tags alone. */
export async function makeMusic(folder: string): Promise<void> {
  for (const { path, tags } of PIECES) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const comments = Object.entries(tags ?? {}).flatMap(([name, value]) => ["--add-comment", `${name}=${value}`]);
    await execa("sox", ["-n", "-r", "8000", "-c", "1", ...comments, file, "synth", "30", "sine", "330"]);
  }
  writeFileSync(join(folder, "evening.m3u"), "a/03.flac\na/01.flac\n");
}
