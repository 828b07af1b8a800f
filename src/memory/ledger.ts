import { type Database, transaction } from "./database.ts";
import { type LedgerStats, ledgerStats } from "./ledger-stats.ts";
import type { Outcome, TurnRow } from "./memory.ts";

/** The durable record of turns: append only, but for the marks that a call has been undone and for what is too old to keep. */
export interface Ledger {
  append(turn: Omit<TurnRow, "id">): TurnRow;
  get(id: number): TurnRow | undefined;
  /** The newest turns, newest first; of one session when named. */
  last(count: number, session?: string): readonly TurnRow[];
  /** Turns of the half-open period, oldest first. */
  between(start: Date, end: Date): readonly TurnRow[];
  /** Turns that still hold something to undo, newest first. */
  undoable(limit?: number): readonly TurnRow[];
  /** The call at this index of the turn has been undone. */
  markUndone(id: number, callIndex: number): void;
  /** Forgets turns older than this for good. @returns how many */
  dropBefore(limit: Date): number;
  stats(since?: Date): LedgerStats;
}

interface Row {
  id: number;
  at: string;
  session: string;
  door: string;
  utterance: string;
  lang: string;
  tier: string;
  confidence: number;
  calls: string;
  outcome: Outcome;
  reply: string;
  understand_ms: number;
  total_ms: number;
  cpu_seconds: number;
  tokens_in: number;
  tokens_out: number;
  undo: string;
}

export function createLedger(db: Database): Ledger {
  const rows = (sql: string, ...values: (string | number)[]) =>
    (db.prepare(sql).all(...values) as unknown as Row[]).map(turnOf);
  const get = (id: number) => rows("SELECT * FROM turns WHERE id = ?", id)[0];

  return {
    append(turn) {
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO turns (at, session, door, utterance, lang, tier, confidence, calls, outcome, reply,
             understand_ms, total_ms, cpu_seconds, tokens_in, tokens_out, undo)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          new Date(turn.at).toISOString(),
          turn.session,
          turn.door,
          turn.utterance,
          turn.lang,
          turn.tier,
          turn.confidence,
          JSON.stringify(turn.calls),
          turn.outcome,
          turn.reply,
          turn.understandMs,
          turn.totalMs,
          turn.cpuSeconds,
          turn.tokensIn,
          turn.tokensOut,
          JSON.stringify(turn.undo),
        );
      return get(Number(lastInsertRowid))!;
    },
    get,
    last: (count, session) =>
      session === undefined
        ? rows("SELECT * FROM turns ORDER BY id DESC LIMIT ?", count)
        : rows("SELECT * FROM turns WHERE session = ? ORDER BY id DESC LIMIT ?", session, count),
    between: (start, end) =>
      rows("SELECT * FROM turns WHERE at >= ? AND at < ? ORDER BY at, id", start.toISOString(), end.toISOString()),
    undoable: (limit = 50) =>
      rows(
        `SELECT * FROM turns WHERE EXISTS (SELECT 1 FROM json_each(turns.undo) WHERE json_each.type <> 'null')
         ORDER BY id DESC LIMIT ?`,
        limit,
      ),
    markUndone: (id, callIndex) =>
      transaction(db, () => {
        const turn = get(id);
        if (turn === undefined) return;
        const undo = turn.undo.map((entry, index) => (index === callIndex ? null : entry));
        db.prepare("UPDATE turns SET undo = ? WHERE id = ?").run(JSON.stringify(undo), id);
      }),
    dropBefore: (limit) => Number(db.prepare("DELETE FROM turns WHERE at < ?").run(limit.toISOString()).changes),
    stats: (since) => ledgerStats(db, since),
  };
}

function turnOf(row: Row): TurnRow {
  return {
    id: row.id,
    at: row.at,
    session: row.session,
    door: row.door,
    utterance: row.utterance,
    lang: row.lang,
    tier: row.tier,
    confidence: row.confidence,
    calls: JSON.parse(row.calls),
    outcome: row.outcome,
    reply: row.reply,
    understandMs: row.understand_ms,
    totalMs: row.total_ms,
    cpuSeconds: row.cpu_seconds,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    undo: JSON.parse(row.undo),
  };
}
