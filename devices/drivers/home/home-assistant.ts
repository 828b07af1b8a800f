import { because } from "../../../src/reasons/reason.ts";
import type { HomeCommand, HomeDriver } from "./home.ts";
import { type EntityState, readDevice } from "./home-assistant-states.ts";

export interface HomeAssistantOptions {
  /** Such as http://homeassistant.local:8123. */
  readonly url: string;
  /** A long-lived access token; it goes to that address only. */
  readonly token: string;
  /** Default 5,000. */
  readonly timeoutMs?: number;
}

/** Which rooms hold what; the states alone do not tell. One line per entity: its id, a tab, its area. */
const AREAS_TEMPLATE =
  "{% for s in states %}{% if area_name(s.entity_id) %}{{ s.entity_id }}\t{{ area_name(s.entity_id) }}\n{% endif %}{% endfor %}";

/** Home Assistant by its REST API: https://developers.home-assistant.io/docs/api/rest/. */
export async function createHomeAssistant(options: HomeAssistantOptions): Promise<HomeDriver> {
  const base = options.url.replace(/\/+$/, "");
  const call = (path: string, signal: AbortSignal | undefined, body?: unknown) =>
    request(`${base}/api/${path}`, options, signal, body);
  const config = (await (await call("config", undefined)).json()) as { version?: string };
  return {
    backend: `Home Assistant ${config.version ?? ""}`.trim(),
    async devices(signal) {
      const [states, areas] = await Promise.all([
        call("states", signal).then((response) => response.json() as Promise<readonly EntityState[]>),
        // Older ones, and tokens without the right, tell no rooms: names are then all there is.
        call("template", signal, { template: AREAS_TEMPLATE })
          .then((response) => response.text())
          .catch(() => ""),
      ]);
      const rooms = new Map(areas.split("\n").map((line) => line.split("\t") as [string, string]));
      return states.flatMap((state) => readDevice(state, rooms.get(state.entity_id)?.trim()));
    },
    async act(command, signal) {
      const { domain, service, data } = serviceOf(command);
      await call(`services/${domain}/${service}`, signal, { entity_id: command.ids, ...data });
    },
  };
}

function serviceOf(command: HomeCommand): { domain: string; service: string; data: Record<string, unknown> } {
  switch (command.kind) {
    case "light": {
      const { on, brightnessPercent, color, colorTemperatureK } = command;
      if (!on) return { domain: "light", service: "turn_off", data: {} };
      const data = {
        ...(brightnessPercent === undefined ? {} : { brightness_pct: Math.round(brightnessPercent) }),
        ...(color === undefined ? {} : { rgb_color: rgbOf(color) }),
        ...(colorTemperatureK === undefined ? {} : { color_temp_kelvin: colorTemperatureK }),
      };
      return { domain: "light", service: "turn_on", data };
    }
    case "switch":
      // Fans, plugs and the like live in several domains; this service turns them all.
      return { domain: "homeassistant", service: command.on ? "turn_on" : "turn_off", data: {} };
    case "climate":
      return { domain: "climate", service: "set_temperature", data: { temperature: command.temperature } };
    case "cover": {
      const position = Math.round(command.positionPercent);
      if (position >= 100) return { domain: "cover", service: "open_cover", data: {} };
      if (position <= 0) return { domain: "cover", service: "close_cover", data: {} };
      return { domain: "cover", service: "set_cover_position", data: { position } };
    }
    case "lock":
      return { domain: "lock", service: command.locked ? "lock" : "unlock", data: {} };
  }
}

function rgbOf(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

async function request(
  url: string,
  { token, timeoutMs = 5_000 }: HomeAssistantOptions,
  signal: AbortSignal | undefined,
  body: unknown,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  let response: Response;
  try {
    response = await fetch(url, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A token must not follow to where a redirect leads.
      redirect: "error",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const host = new URL(url).host;
    if (timeout.aborted) throw because("home.slow", { host, ms: timeoutMs }, { cause: error });
    throw because("home.unreachable", { host }, { cause: error });
  }
  if (response.ok) return response;
  if (response.status === 401 || response.status === 403) throw because("home.denied");
  const text = (await response.text().catch(() => "")).slice(0, 200).split("\n", 1)[0];
  throw because("home.failed", { status: response.status, text: text ? `: ${text}` : "" });
}
