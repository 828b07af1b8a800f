import type { Powers } from "../../powers.ts";

/** What the shell answers when a program is not installed. */
const NOT_INSTALLED = 127;

export interface ProgramAnswer {
  readonly exitCode: number | undefined;
  readonly output: string;
}

/**
 * Runs a command line of one program and gives its standard output; undefined when the program is not installed here
 * (or nothing on this device can run programs). Words of the person go into it only through `quoted`.
 */
export async function askProgram(program: string, line: string, powers: Powers): Promise<ProgramAnswer | undefined> {
  const command = await powers.drivers.command();
  const { exitCode, output } = await command.run(
    `command -v ${program} >/dev/null 2>&1 || exit ${NOT_INSTALLED}; { ${line}; } 2>/dev/null`,
    { signal: powers.signal, timeoutMs: powers.config.commandTimeoutMs },
  );
  return exitCode === NOT_INSTALLED ? undefined : { exitCode, output: output.trim() };
}

/** A text as one word of the shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("\0", "").replaceAll("'", "'\\''")}'`;
}
