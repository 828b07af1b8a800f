import { z } from "zod";

/**
 * The argument types of the catalogue. Values in a plan are canonical whatever the language:
 * text and ref: the user's words · int, number · percent: 0-100 · bool · duration: ISO 8601 (`PT10M`) ·
 * datetime: ISO 8601 local, to the minute (`2026-11-24T07:30`; seconds only where they are not 0) ·
 * date: `2026-11-24` · time: `07:30` · period: ISO 8601 interval `start/end` of two local datetimes ·
 * recurrence: RFC 5545 RRULE without its name (`FREQ=WEEKLY;BYDAY=MO`) · enum: one word of a fixed list.
 */
export type ArgType =
  | "text"
  | "int"
  | "number"
  | "percent"
  | "bool"
  | "duration"
  | "datetime"
  | "date"
  | "time"
  | "period"
  | "recurrence"
  | "enum"
  | "ref";

export interface Arg<Value = unknown, Optional extends boolean = boolean> {
  readonly type: ArgType;
  /** What it is, in a few words; goes into tool descriptions, docs and the clarifying question. */
  readonly summary: string;
  readonly optional: Optional;
  readonly schema: z.ZodType<Value>;
  /** The words of an enum, in the catalogue's order. */
  readonly values?: readonly string[];
}

const LOCAL_DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
const ISO_DURATION = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

const SCHEMAS = {
  text: z.string().min(1),
  ref: z.string().min(1),
  int: z.number().int(),
  number: z.number(),
  percent: z.number().min(0).max(100),
  bool: z.boolean(),
  duration: z.string().regex(ISO_DURATION, "an ISO 8601 duration such as PT10M"),
  datetime: z.string().regex(LOCAL_DATETIME, "an ISO 8601 local datetime such as 2026-11-24T07:30"),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/, "an ISO 8601 date such as 2026-11-24"),
  time: z.string().regex(/^\d\d:\d\d(:\d\d)?$/, "an ISO 8601 time such as 07:30"),
  period: z
    .string()
    .regex(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/,
      "an ISO 8601 interval start/end of local datetimes",
    ),
  recurrence: z.string().regex(/^FREQ=[A-Z]+(;[A-Z]+=[^;]+)*$/, "an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO"),
} as const;

type ValueOf<T extends keyof typeof SCHEMAS> = z.infer<(typeof SCHEMAS)[T]>;

/** A required argument: `duration: arg("duration", "how long it runs")`. */
export function arg<T extends keyof typeof SCHEMAS>(type: T, summary: string): Arg<ValueOf<T>, false> {
  return { type, summary, optional: false, schema: SCHEMAS[type] as unknown as z.ZodType<ValueOf<T>> };
}

/** An argument that may be left out: `label: maybe("text", "what it is for")`. */
export function maybe<T extends keyof typeof SCHEMAS>(type: T, summary: string): Arg<ValueOf<T>, true> {
  return { ...arg(type, summary), optional: true };
}

/** One word of a list: `oneOf(["up", "down"], "which way")`. */
export function oneOf<const V extends readonly [string, ...string[]]>(
  values: V,
  summary: string,
): Arg<V[number], false> {
  return { type: "enum", summary, optional: false, values, schema: z.enum(values) as unknown as z.ZodType<V[number]> };
}

export function maybeOneOf<const V extends readonly [string, ...string[]]>(
  values: V,
  summary: string,
): Arg<V[number], true> {
  return { ...oneOf(values, summary), optional: true };
}

export type Args = Readonly<Record<string, Arg>>;

/** The typed input of an action with these arguments. */
export type InputOf<A extends Args> = {
  readonly [K in keyof A as A[K]["optional"] extends false ? K : never]: A[K] extends Arg<infer V> ? V : never;
} & {
  readonly [K in keyof A as A[K]["optional"] extends true ? K : never]?: A[K] extends Arg<infer V> ? V : never;
};

/** The zod object of an action's input: unknown names refused. */
export function schemaOf(args: Args): z.ZodType<Record<string, unknown>> {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, a] of Object.entries(args)) shape[name] = a.optional ? a.schema.optional() : a.schema;
  return z.strictObject(shape);
}
