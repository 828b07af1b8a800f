/**
 * The one error type of the shell. Every message is one line and names the value received; `remedy` is
 * something the person can do or type. docs/errors.md lists every code; a test keeps page and code equal.
 */
export class ShellError extends Error {
  readonly code: string;
  readonly remedy: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  /** Which of src/reasons it is, so that a reply can give it in the person's language; the message is its English. */
  readonly reason: NamedReason | undefined;

  /** @param code stable, UPPER_SNAKE, in the key of {@link ERROR_CODES}: `new ShellError("CONFIG_INVALID", "…", {remedy})` */
  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; remedy?: string; details?: Record<string, unknown>; reason?: NamedReason } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ShellError";
    this.code = code;
    this.remedy = options.remedy;
    this.details = options.details ?? {};
    this.reason = options.reason;
  }
}

interface NamedReason {
  readonly name: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** code → what it means. Sorted; docs/errors.md is generated from it. */
export const ERROR_CODES = {
  ARGUMENT_INVALID: "an argument of an action has a value that it cannot take",
  BACKEND_MISSING: "no program or service on this machine can do this",
  BACKEND_FAILED: "the program or service that does this answered with an error",
  CONFIG_INVALID: "config.toml cannot be read or holds a value that is not allowed",
  DAEMON_BUSY: "another daemon of this user is already running",
  DAEMON_UNREACHABLE: "the daemon's socket does not answer",
  DATABASE_DAMAGED: "the database cannot be opened or is not ours",
  DEVICE_LOST: "a microphone or loudspeaker in use went away or fell silent",
  FILE_EXISTS: "the target is already there and is not overwritten without asking",
  FILE_NOT_FOUND: "no such file or folder",
  FILE_OUTSIDE_HOME: "the path, its links followed, leaves the home folder",
  MODEL_DAMAGED: "the model file cannot be loaded",
  MODEL_MISSING: "the model file is not there",
  MODEL_UNFIT: "the model file is of a kind that cannot be used here",
  NOT_FOUND: "nothing here goes by that name",
  PERMISSION_DENIED: "the system does not let this user do it",
  PROTOCOL_BROKEN: "a peer sent what its protocol does not allow",
  TIMEOUT: "it took longer than its limit",
  USAGE: "the command line is wrong",
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** Any thrown value as a ShellError, its cause kept. */
export function toShellError(error: unknown, code: ErrorCode = "BACKEND_FAILED"): ShellError {
  if (error instanceof ShellError) return error;
  const message = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
  return new ShellError(code, message, { cause: error });
}
