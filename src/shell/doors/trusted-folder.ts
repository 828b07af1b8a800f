import { statSync } from "node:fs";

/** Whether nobody but this user and root can have put a socket there: in /tmp anybody may make a folder with our name. */
export function isTrusted(folder: string): boolean {
  try {
    const { uid, mode } = statSync(folder);
    const me = process.getuid?.();
    if (me === undefined || me === 0) return true;
    return uid === me || (uid === 0 && (mode & 0o002) === 0);
  } catch {
    return false;
  }
}
