import { describe, expect, it } from "vitest";
import { SimulatedClock } from "xstate";
import type { Action } from "../../src/intents/actions/define-action.ts";
import { createConfirmations } from "../../src/shell/policy/confirmations.ts";
import { decide, type Origin } from "../../src/shell/policy/decide.ts";
import { callHash } from "../../src/shell/policy/hash.ts";
import { readPolicy } from "../../src/shell/policy/policy.ts";
import { smallCatalogue, smallMachine } from "./small-shell.ts";

const catalogue = smallCatalogue(smallMachine());
const rule = (
  action: string,
  args: Record<string, unknown>,
  { section = {}, origin = "user", door = "terminal" }: { section?: object; origin?: Origin; door?: string } = {},
) => {
  const config = readPolicy({ ...section }, catalogue);
  const { decision, rule } = decide({ action, args }, catalogue.get(action), { config, origin, door });
  return `${decision} ${rule}`;
};
const send = { person: "Ann", text: "hello" };
const risk = { i_understand_the_risk: { allow: ["power_off"] } };

describe("the policy", () => {
  it.each([
    ["volume_get", {}, {}, "allow risk:read"],
    ["volume_set", { level: 3 }, {}, "allow risk:reversible"],
    ["message_send", send, {}, "ask risk:external"],
    ["power_off", {}, {}, "ask risk:dangerous"],
    ["power_off", {}, { origin: "untrusted" }, "deny untrusted"],
    ["message_send", send, { origin: "untrusted" }, "ask risk:external"],
    ["volume_get", {}, { origin: "untrusted" }, "allow risk:read"],
    ["power_off", {}, { section: risk }, "allow config:i_understand_the_risk"],
    ["power_off", {}, { section: risk, origin: "untrusted" }, "deny untrusted"],
    ["power_off", {}, { section: { ...risk, system: "ask" } }, "ask config:system"],
    ["volume_set", { level: 3 }, { section: { sound: "ask" } }, "ask config:sound"],
    ["volume_set", { level: 3 }, { section: { reversible: "ask", volume_set: "deny" } }, "deny config:volume_set"],
    ["power_off", {}, { section: { dangerous: "deny" } }, "deny config:dangerous"],
    ["message_send", send, { section: { door: { mcp: { external: "deny" } } } }, "ask risk:external"],
    [
      "message_send",
      send,
      { section: { door: { mcp: { external: "deny" } } }, door: "mcp" },
      "deny config:door.mcp.external",
    ],
    ["no_such_action", {}, {}, "deny unknown-action"],
    ["volume_set", { level: 300 }, {}, "deny schema"],
    ["volume_set", { level: "loud" }, {}, "deny schema"],
    ["volume_set", {}, {}, "deny schema"],
    ["volume_set", { level: 3, sudo: true }, {}, "deny schema"],
  ] as const)("%s %j %j → %s", (action, args, circumstances, expected) => {
    expect(rule(action, args, circumstances)).toBe(expected);
  });

  it("fails closed when a schema or the configuration throws", () => {
    const broken = {
      ...catalogue.get("volume_get")!,
      get schema(): Action["schema"] {
        throw new Error("out of order");
      },
    };
    const config = readPolicy({}, catalogue);
    const call = { action: "volume_get", args: {} };
    expect(decide(call, broken, { config, origin: "user", door: "x" })).toMatchObject({
      decision: "deny",
      rule: "error",
    });
    expect(decide(call, catalogue.get("volume_get"), undefined as never)).toMatchObject({
      decision: "deny",
      rule: "error",
    });
    const strange = { ...catalogue.get("volume_get")!, risk: "harmless" as never };
    expect(decide(call, strange, { config, origin: "user", door: "x" })).toMatchObject({ decision: "deny" });
  });

  it.each([
    [{ power_off: "allow" }, /would loosen/],
    [{ dangerous: "allow" }, /would loosen/],
    [{ power_of: "deny" }, /no action, domain or risk/],
    [{ power_off: "maybe" }, /only "ask" and "deny"/],
    [{ i_understand_the_risk: { allow: ["dangerous"] } }, /is no action/],
    [{ i_understand_the_risk: { allow: "power_off" } }, /not a list/],
    [{ i_understand_the_risk: { power_off: true } }, /only "allow"/],
    [{ i_understand_the_risk: true }, /not a table/],
    [{ door: { mcp: { dangerous: "allow" } } }, /would loosen/],
  ])("refuses %j", (section, message) => {
    expect(() => readPolicy(section, catalogue)).toThrow(message);
    expect(() => readPolicy(section, catalogue)).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  });
});

describe("confirmations", () => {
  const call = { action: "power_off", args: { in: "PT5M" } };

  it("are bound to the exact call, used once, and expire", () => {
    const clock = new SimulatedClock();
    const book = createConfirmations(clock, 30_000);
    const { token } = book.request(call);
    expect(book.consume(call)).toBe(false);
    expect(book.grant(token)).toBe(true);
    expect(book.grant(token)).toBe(false);
    expect(book.consume({ action: "power_off", args: { in: "PT6M" } })).toBe(false);
    expect(book.consume({ action: "power_restart", args: { in: "PT5M" } })).toBe(false);
    expect(book.consume(call)).toBe(true);
    expect(book.consume(call)).toBe(false);

    const late = book.request(call);
    clock.increment(30_000);
    expect(book.grant(late.token)).toBe(false);

    const granted = book.request(call);
    book.grant(granted.token);
    clock.increment(30_000);
    expect(book.consume(call)).toBe(false);
  });

  it("do not depend on the order of arguments", () => {
    expect(callHash({ action: "a", args: { x: 1, y: [2, { z: 3, w: 4 }] } })).toBe(
      callHash({ action: "a", args: { y: [2, { w: 4, z: 3 }], x: 1, gone: undefined } }),
    );
    expect(callHash({ action: "a", args: { x: "1" } })).not.toBe(callHash({ action: "a", args: { x: 1 } }));
  });
});
