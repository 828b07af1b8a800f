import { isIPv4 } from "node:net";
import { ShellError } from "../../errors.ts";

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * "tcp://host:port" as Wyoming programs write it; IPv6 in brackets. Port 0 is for listening on any free one.
 * @throws ShellError CONFIG_INVALID
 */
export function parseAddress(text: string): Address {
  const match = /^tcp:\/\/(?:\[([0-9a-f:.]+)\]|([^\s:/@[\]]+)):(\d{1,5})\/?$/i.exec(text.trim());
  const port = Number(match?.[3]);
  if (!match || port > 65_535)
    throw new ShellError("CONFIG_INVALID", `${JSON.stringify(text)} is no address of a Wyoming server`, {
      remedy: "write it as tcp://127.0.0.1:10300",
    });
  return { host: match[1] ?? match[2]!, port };
}

export function formatAddress({ host, port }: Address): string {
  return `tcp://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Whether nothing outside of this machine can reach a server there. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}
