import { z } from "zod";
import { MAX_LINE_BYTES, type Message, type Request } from "./wire.ts";

const SESSION = z.string().max(100).optional();

const REQUEST: z.ZodType<Request> = z.discriminatedUnion("type", [
  z.object({
    id: z.number(),
    type: z.literal("turn"),
    utterance: z.string().max(MAX_LINE_BYTES),
    session: SESSION,
    door: z.string().max(40).optional(),
    lang: z.enum(["en", "fr", "zh"]).optional(),
    now: z.iso.datetime({ local: true, offset: true }).optional(),
    dryRun: z.boolean().optional(),
    confirm: z.object({ token: z.string(), yes: z.boolean() }).optional(),
  }),
  z.object({
    id: z.number(),
    type: z.literal("understand"),
    utterance: z.string().max(MAX_LINE_BYTES),
    lang: z.enum(["en", "fr", "zh"]).optional(),
  }),
  z.object({ id: z.number(), type: z.literal("cancel"), session: SESSION }),
  z.object({ id: z.number(), type: z.literal("status") }),
  z.object({ id: z.number(), type: z.literal("subscribe") }),
  z.object({ id: z.number(), type: z.literal("stop") }),
]) as unknown as z.ZodType<Request>;

export type ReadRequest =
  | { readonly ok: true; readonly value: Request }
  | { readonly ok: false; readonly error: Message };

/** One line of a client as a request, or the error to send back: with the request's id where it can be told. */
export function readRequest(line: string): ReadRequest {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, error: usageError("that line is no JSON") };
  }
  const parsed = REQUEST.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0]!;
  const id = (json as { id?: unknown } | null)?.id;
  return {
    ok: false,
    error: usageError(
      `${issue.path.join(".") || "request"}: ${issue.message}`,
      typeof id === "number" ? id : undefined,
    ),
  };
}

export function usageError(message: string, id?: number): Message {
  return {
    ...(id === undefined ? {} : { id }),
    type: "error",
    code: "USAGE",
    message,
    remedy: 'send {"id":1,"type":"turn","utterance":"…"} on one line',
  };
}
