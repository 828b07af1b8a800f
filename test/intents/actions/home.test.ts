import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createHomeDriver } from "../../../devices/drivers/home/create.ts";
import { createHomeAssistant } from "../../../devices/drivers/home/home-assistant.ts";
import { homeActions } from "../../../src/intents/actions/home.ts";
import { actionsContract } from "../../contract/actions.ts";
import { temporaryFolder } from "../../support/programs.ts";
import { driverPowers } from "./driver-powers.ts";
import { done, said } from "./memory-powers.ts";

actionsContract("home", homeActions, [
  "light_set",
  "switch_set",
  "climate_set",
  "cover_set",
  "lock_set",
  "sensor_read",
]);

interface Entity {
  entity_id: string;
  state: string;
  attributes: Record<string, unknown>;
}

/** A server that speaks as much of Home Assistant's REST API as a home needs, with a state that its services change. */
function homeServer() {
  const entity = (entity_id: string, state: string, friendly_name: string, more: object = {}): Entity => ({
    entity_id,
    state,
    attributes: { friendly_name, ...more },
  });
  const entities = [
    entity("light.kitchen", "on", "Kitchen ceiling", { brightness: 128, color_mode: "rgb", rgb_color: [255, 0, 0] }),
    entity("light.bed", "off", "Nightstand"),
    entity("light.bed2", "unavailable", "Wardrobe"),
    entity("switch.fan", "off", "Fan"),
    entity("switch.coffee", "on", "Coffee machine"),
    entity("climate.home", "heat", "Thermostat", { temperature: 20, current_temperature: 18.5 }),
    entity("cover.blinds", "open", "Living room blinds", { current_position: 80 }),
    entity("cover.blinds2", "open", "Office blinds", { current_position: 100 }),
    entity("lock.front", "locked", "Front door"),
    entity("sensor.bedroom", "19.4", "Bedroom climate", { device_class: "temperature", unit_of_measurement: "°C" }),
    entity("sensor.bath", "61", "Bath air", { device_class: "humidity", unit_of_measurement: "%" }),
    entity("binary_sensor.window", "on", "Kitchen window", { device_class: "window" }),
    entity("person.me", "home", "Me"),
  ];
  const areas: Record<string, string> = {
    "light.kitchen": "Kitchen",
    "light.bed": "Bedroom",
    "light.bed2": "Bedroom",
    "sensor.bedroom": "Bedroom",
    "sensor.bath": "Bathroom",
  };
  const calls: { service: string; data: Record<string, unknown> }[] = [];
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== "Bearer sesame") return void response.writeHead(401).end();
    const path = request.url!.replace("/api/", "");
    if (path === "config") return void response.end(JSON.stringify({ version: "2026.11.1" }));
    if (path === "states") return void response.end(JSON.stringify(entities));
    let body = "";
    for await (const chunk of request) body += chunk;
    if (path === "template")
      return void response.end(
        Object.entries(areas)
          .map(([id, area]) => `${id}\t${area}\n`)
          .join(""),
      );
    const data = JSON.parse(body) as Record<string, unknown> & { entity_id: string[] };
    const service = path.replace("services/", "");
    calls.push({ service, data });
    for (const one of entities.filter((candidate) => data.entity_id.includes(candidate.entity_id))) {
      if (service.endsWith("turn_on")) one.state = "on";
      if (service.endsWith("turn_off")) one.state = "off";
      if (service === "climate/set_temperature") one.attributes.temperature = data.temperature;
      if (service === "cover/set_cover_position") one.attributes.current_position = data.position;
      if (service.startsWith("lock/")) one.state = service === "lock/lock" ? "locked" : "unlocked";
      if (typeof data.brightness_pct === "number") one.attributes.brightness = Math.round(data.brightness_pct * 2.55);
      if (data.rgb_color) one.attributes.rgb_color = data.rgb_color;
    }
    response.end("[]");
  });
  const of = (id: string) => entities.find((one) => one.entity_id === id)!;
  return { server, calls, of };
}

let home: ReturnType<typeof homeServer>;
let run: ReturnType<typeof driverPowers>["run"];
let undo: ReturnType<typeof driverPowers>["undo"];
let url: string;
const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
beforeEach(async () => {
  home = homeServer();
  await listen(home.server);
  url = `http://127.0.0.1:${(home.server.address() as AddressInfo).port}`;
  let driver: ReturnType<typeof createHomeAssistant> | undefined;
  ({ run, undo } = driverPowers(homeActions, {
    drivers: { home: () => (driver ??= createHomeAssistant({ url, token: "sesame" })) },
  }));
});
afterEach(() => home.server.close());

describe("lights", () => {
  test.each([
    ["kitchen", "en"],
    ["cuisine", "fr"],
    ["厨房", "zh"],
  ] as const)("by the room: %s", async (place, lang) => {
    const result = await run("light_set", { place, on: false }, lang);
    expect(home.of("light.kitchen").state).toBe("off");
    expect(home.of("light.bed").state).toBe("off");
    await undo("light_set", result);
    expect(home.of("light.kitchen")).toMatchObject({ state: "on", attributes: { rgb_color: [255, 0, 0] } });
  });

  test("colour and brightness, what does not answer left out", async () => {
    const result = await run("light_set", { place: "chambre", brightness: 30, color: "bleu" }, "fr");
    expect(said(result)).toBe("Nightstand : 30 pour cent et bleu.");
    expect(home.calls).toEqual([
      { service: "light/turn_on", data: { entity_id: ["light.bed"], brightness_pct: 30, rgb_color: [0, 0, 255] } },
    ]);
    await undo("light_set", result);
    expect(home.of("light.bed").state).toBe("off");
  });

  test("warmer is a tone of white; a word that is no colour is asked about", async () => {
    await run("light_set", { place: "kitchen", color: "warmer" });
    expect(home.calls[0]!.data).toMatchObject({ color_temp_kelvin: 2700 });
    expect(await run("light_set", { place: "kitchen", color: "flurb" })).toMatchObject({ kind: "ask", arg: "color" });
  });

  test("all of them; a lamp that does not answer is said", async () => {
    await run("light_set", { on: true });
    expect(home.calls[0]!.data.entity_id).toEqual(["light.kitchen", "light.bed"]);
    expect(await run("light_set", { place: "wardrobe", on: true })).toMatchObject({
      kind: "failed",
      say: "Wardrobe does not answer.",
    });
    expect(await run("light_set", { place: "submarine", on: true })).toMatchObject({ code: "NOT_FOUND" });
  });
});

test("switches in three languages, undone", async () => {
  const result = await run("switch_set", { device: "ventilateur", on: true }, "fr");
  expect(home.of("switch.fan").state).toBe("on");
  await undo("switch_set", result);
  expect(home.of("switch.fan").state).toBe("off");
  await run("switch_set", { device: "咖啡机", on: false }, "zh");
  expect(home.of("switch.coffee").state).toBe("off");
});

test("heating, undone to what it was", async () => {
  const result = await run("climate_set", { temperature: 22 });
  expect(said(result)).toBe("Thermostat: 22 degrees.");
  expect(said(await undo("climate_set", result))).toBe("The temperature is back to 20 degrees.");
  expect(home.of("climate.home").attributes.temperature).toBe(20);
});

test("covers: which one is asked, then moved and put back", async () => {
  const asked = await run("cover_set", { device: "blinds", position: 50 });
  expect(asked).toMatchObject({ kind: "choose", arg: "device", options: [{ kind: "device" }, { kind: "device" }] });
  const moved = await run("cover_set", { device: "cover.blinds", position: 50 });
  expect(home.of("cover.blinds").attributes.current_position).toBe(50);
  await undo("cover_set", moved);
  expect(home.of("cover.blinds").attributes.current_position).toBe(80);
});

test("a lock is dangerous, and found in French", async () => {
  expect(homeActions.find((action) => action.name === "lock_set")?.risk).toBe("dangerous");
  await run("lock_set", { device: "porte d'entrée", locked: false }, "fr");
  expect(home.of("lock.front").state).toBe("unlocked");
});

test("sensors by what they measure and where", async () => {
  expect(said(await run("sensor_read", { what: "temperature", place: "bedroom" }))).toBe(
    "Bedroom climate: 19.4 degrees.",
  );
  expect(said(await run("sensor_read", { what: "humidité", place: "salle de bain" }, "fr"))).toBe(
    "Bath air : 61 pour cent.",
  );
  expect(said(await run("sensor_read", { what: "窗户", place: "厨房" }, "zh"))).toBe("Kitchen window：开着。");
  expect(done(await run("sensor_read", { what: "temperature" })).show).toHaveLength(2);
});

describe("what can be wrong", () => {
  test("nothing configured", async () => {
    await expect(createHomeDriver({ config: {} })).rejects.toMatchObject({
      code: "BACKEND_MISSING",
      remedy: expect.stringContaining("[home]"),
    });
  });

  test("the token from its file, and a wrong one", async () => {
    using folder = temporaryFolder();
    const token_file = join(folder.path, "token");
    writeFileSync(token_file, "sesame\n");
    expect((await createHomeDriver({ config: { url, token_file } })).backend).toBe("Home Assistant 2026.11.1");
    writeFileSync(token_file, "wrong");
    await expect(createHomeDriver({ config: { url, token_file } })).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await expect(createHomeDriver({ config: { url: "ftp://x", token_file } })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
    });
  });

  test("one that is silent, and one that is not there", async () => {
    const silent = createServer(() => {});
    await listen(silent);
    const at = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    await expect(createHomeAssistant({ url: at, token: "x", timeoutMs: 100 })).rejects.toMatchObject({
      code: "TIMEOUT",
    });
    silent.closeAllConnections();
    silent.close();
    await expect(createHomeAssistant({ url: "http://127.0.0.1:1", token: "x" })).rejects.toMatchObject({
      code: "BACKEND_FAILED",
    });
  });
});
