import { stringify } from "smol-toml";
import { z } from "zod";
import { configSchema } from "./schema.ts";

interface JsonSchema {
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

const POLICY_EXAMPLE = `# Reading and reversible actions are done at once; external and dangerous ones ask first. Name an action, a domain or a risk
# (read, reversible, external, dangerous) to make it stricter: "ask" or "deny".
# [policy]
# network = "ask"
# command_run = "deny"
#
# Stricter for one door only:
# [policy.door.mcp]
# external = "deny"
#
# Dangerous actions that shall not ask any more. Whoever stands beside the device can then do them by saying so.
# [policy.i_understand_the_risk]
# allow = ["power_off"]
`;

/** The default config.toml: every key, commented out, with its default and what it does. It parses to the defaults. */
export function configTemplate(): string {
  const root = z.toJSONSchema(configSchema, { io: "input" }) as JsonSchema;
  const entries = Object.entries(root.properties ?? {});
  const keys = entries.filter(([name, of]) => of.properties === undefined && name !== "policy");
  const sections = entries.filter(([, of]) => of.properties !== undefined);
  return [
    "# The configuration of saysh. Every key stands here with its default; take the # away to change one.\n",
    ...keys.map(([name, of]) => keyText(name, of)),
    ...sections.map(([name, of]) =>
      [
        `# ${of.description}\n[${name}]`,
        ...Object.entries(of.properties ?? {}).flatMap(([key, schema]) => keyTexts(key, schema)),
      ].join("\n"),
    ),
    POLICY_EXAMPLE,
  ].join("\n");
}

/** A section within a section has its keys dotted. */
function keyTexts(name: string, of: JsonSchema): readonly string[] {
  const within = Object.entries(of.properties ?? {});
  return within.length === 0
    ? [keyText(name, of)]
    : within.flatMap(([key, schema]) => keyTexts(`${name}.${key}`, schema));
}

function keyText(name: string, { description, default: value, enum: words, items }: JsonSchema): string {
  const choices = words ?? items?.enum;
  const comment = [description, choices && `One of: ${choices.join(", ")}.`]
    .filter((part) => part !== undefined)
    .join(" ");
  const isTable = value !== null && typeof value === "object" && !Array.isArray(value);
  return `# ${comment}\n# ${isTable ? `${name} = {}` : `${name} = ${valueText(value)}`}\n`;
}

function valueText(value: unknown): string {
  return stringify({ it: value }).trim().slice("it = ".length);
}
