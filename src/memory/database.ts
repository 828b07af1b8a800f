import { chmodSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ShellError } from "../errors.ts";
import { MIGRATIONS } from "./migrations.ts";

/** "saysh" in ASCII, shortened to 32 bits: tells our files from other programs' databases. */
const APPLICATION_ID = 0x73617973;
const FILE_NAME = "saysh.db";
/** Another process of ours holds the write lock for milliseconds; five seconds means that something is stuck. */
const BUSY_TIMEOUT_MS = 5_000;

export type Database = DatabaseSync;

/**
 * Opens (or makes) `saysh.db` in `folder`: write-ahead log, every commit on the disk before it returns, mode 0600.
 * A file that is damaged or not ours is moved aside (`saysh.db.damaged-<stamp>`), never deleted, and
 * DATABASE_DAMAGED is thrown; the next opening starts a fresh file.
 */
export function openDatabase(folder: string, now: Date): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE_NAME);
  const isNew = !existsSync(file);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file);
    if (isNew) chmodSync(file, 0o600);
    configure(db);
    checkOurs(db, file);
    migrate(db, file);
    chmodSync(file, 0o600);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof ShellError && error.details["newer"] === true) throw error;
    if (!isDamage(error)) throw error;
    throw moveAside(file, now, error);
  }
}

/** Runs `work` so that all of it is on the disk or none of it; nested calls join the outer transaction. */
export function transaction<T>(db: Database, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function configure(db: Database): void {
  db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
}

function checkOurs(db: Database, file: string): void {
  const { application_id: id } = db.prepare("PRAGMA application_id").get() as { application_id: number };
  const { tables } = db.prepare("SELECT count(*) AS tables FROM sqlite_schema").get() as { tables: number };
  if (id !== APPLICATION_ID && tables > 0) {
    throw new ShellError("DATABASE_DAMAGED", `${file} is a database of another program`);
  }
  const check = db.prepare("PRAGMA quick_check(1)").get() as { quick_check: string };
  if (check.quick_check !== "ok") throw new ShellError("DATABASE_DAMAGED", `${file}: ${check.quick_check}`);
}

function migrate(db: Database, file: string): void {
  const version = () => (db.prepare("PRAGMA user_version").get() as { user_version: number }).user_version;
  if (version() > MIGRATIONS.length) {
    throw new ShellError("DATABASE_DAMAGED", `${file} was written by a newer saysh (schema ${version()})`, {
      remedy: "update saysh, or set XDG_DATA_HOME to another folder",
      details: { newer: true },
    });
  }
  if (version() === MIGRATIONS.length) return;
  transaction(db, () => {
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    // Read again inside the lock: another process may have migrated in the meantime.
    for (const sql of MIGRATIONS.slice(version())) db.exec(sql);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

/** SQLite's result codes for a file that is malformed (11) or not a database (26), and our own check. */
function isDamage(error: unknown): boolean {
  if (error instanceof ShellError) return error.code === "DATABASE_DAMAGED";
  const code = (error as { errcode?: number }).errcode;
  return code !== undefined && [11, 26].includes(code & 0xff);
}

function moveAside(file: string, now: Date, cause: unknown): ShellError {
  const stamp = now.toISOString().replaceAll(/[:.]/g, "-");
  const aside = `${file}.damaged-${stamp}`;
  for (const suffix of ["", "-wal", "-shm"]) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return new ShellError("DATABASE_DAMAGED", `${file} cannot be read and was moved to ${aside}`, {
    cause,
    remedy: `run saysh again to start afresh; to save what is left: sqlite3 '${aside}' .recover | sqlite3 '${file}'`,
    details: { file, aside },
  });
}
