import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { ShellError } from "../../src/errors.ts";
import { openDatabase, transaction } from "../../src/memory/database.ts";
import { temporaryFolder } from "./temp-memory.ts";

const NOW = new Date("2026-11-23T09:00:00Z");

function errorOf(work: () => unknown): ShellError {
  try {
    work();
  } catch (error) {
    if (error instanceof ShellError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("openDatabase", () => {
  test("makes a private, durable file and finds it again", () => {
    const folder = join(temporaryFolder(), "deep", "er");
    const db = openDatabase(folder, NOW);
    expect(db.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(db.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    expect(db.prepare("PRAGMA foreign_keys").get()).toEqual({ foreign_keys: 1 });
    expect(statSync(join(folder, "saysh.db")).mode & 0o777).toBe(0o600);
    db.close();
    openDatabase(folder, NOW).close();
    expect(readdirSync(folder)).toEqual(["saysh.db"]);
  });

  test("moves a damaged file aside, says so, and starts afresh the next time", () => {
    const folder = temporaryFolder();
    const file = join(folder, "saysh.db");
    writeFileSync(file, "this was never a database, but it is long enough to be read as the header of one".repeat(50));
    const error = errorOf(() => openDatabase(folder, NOW));
    expect(error.code).toBe("DATABASE_DAMAGED");
    expect(error.remedy).toContain("run saysh again");
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(String(error.details["aside"]), "utf8")).toContain("never a database");
    openDatabase(folder, NOW).close();
    expect(existsSync(file)).toBe(true);
  });

  test("notices damage inside the file", () => {
    const folder = temporaryFolder();
    const file = join(folder, "saysh.db");
    openDatabase(folder, NOW).close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, 3 * 4096);
    writeFileSync(file, bytes);
    expect(errorOf(() => openDatabase(folder, NOW)).code).toBe("DATABASE_DAMAGED");
    expect(existsSync(file)).toBe(false);
  });

  test("does not take over another program's database", () => {
    const folder = temporaryFolder();
    const other = new DatabaseSync(join(folder, "saysh.db"));
    other.exec("CREATE TABLE recipes (name TEXT)");
    other.close();
    expect(errorOf(() => openDatabase(folder, NOW)).code).toBe("DATABASE_DAMAGED");
  });

  test("leaves a database of a newer release where it is", () => {
    const folder = temporaryFolder();
    const file = join(folder, "saysh.db");
    const db = openDatabase(folder, NOW);
    db.exec("PRAGMA user_version = 9999");
    db.close();
    const error = errorOf(() => openDatabase(folder, NOW));
    expect(error.remedy).toContain("update saysh");
    expect(existsSync(file)).toBe(true);
  });
});

test("a transaction leaves nothing behind when its work throws", () => {
  const db = openDatabase(temporaryFolder(), NOW);
  expect(() =>
    transaction(db, () => {
      db.exec("INSERT INTO lists (name, key, created_at) VALUES ('a', 'a', '')");
      throw new Error("half way");
    }),
  ).toThrow("half way");
  expect(db.prepare("SELECT count(*) AS n FROM lists").get()).toEqual({ n: 0 });
  db.close();
});
