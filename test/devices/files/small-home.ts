import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createFilesDriver } from "../../../devices/drivers/files/create.ts";
import type { FilesDriver } from "../../../devices/drivers/files/files.ts";

/** A home folder on the real disk beside a folder that is not in it, which no test may ever change. */
export interface SmallHome extends Disposable {
  readonly home: string;
  readonly outside: string;
  readonly env: NodeJS.ProcessEnv;
  readonly files: FilesDriver;
  readonly signal: AbortSignal;
  /** Writes a file below the home, its folders too, and gives its path. */
  write(path: string, text?: string | Buffer): string;
  at(path: string): string;
}

export async function smallHome(): Promise<SmallHome> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "saysh-files-")));
  const home = join(root, "home");
  const outside = join(root, "outside");
  for (const folder of [home, outside]) mkdirSync(folder);
  writeFileSync(join(outside, "secret.txt"), "secret");
  const env = { PATH: process.env.PATH, HOME: home };
  return {
    home,
    outside,
    env,
    files: await createFilesDriver({ env, home }),
    signal: new AbortController().signal,
    at: (path) => join(home, path),
    write(path, text = `this is ${path}\n`) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
      return join(home, path);
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
