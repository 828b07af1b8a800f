import type { HomeDevice, HomeKind, HomeState } from "./home.ts";

/** One entity as /api/states gives it. */
export interface EntityState {
  readonly entity_id: string;
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const KINDS: Readonly<Record<string, HomeKind>> = {
  light: "light",
  switch: "switch",
  fan: "switch",
  input_boolean: "switch",
  humidifier: "switch",
  siren: "switch",
  climate: "climate",
  water_heater: "climate",
  cover: "cover",
  valve: "cover",
  lock: "lock",
  sensor: "sensor",
  binary_sensor: "sensor",
};

/** The device behind an entity; none for what is nothing to us (persons, zones, scripts, the sun). */
export function readDevice(entity: EntityState, place: string | undefined): readonly HomeDevice[] {
  const kind = KINDS[entity.entity_id.split(".", 1)[0]!];
  if (!kind) return [];
  return [
    {
      id: entity.entity_id,
      kind,
      name: textOf(entity.attributes.friendly_name) ?? entity.entity_id.split(".")[1]!.replaceAll("_", " "),
      ...(place ? { place } : {}),
      isAvailable: entity.state !== "unavailable" && entity.state !== "unknown",
      state: stateOf(kind, entity),
    },
  ];
}

function stateOf(kind: HomeKind, { state, attributes }: EntityState): HomeState {
  switch (kind) {
    case "light": {
      const brightness = numberOf(attributes.brightness);
      const kelvin = attributes.color_mode === "color_temp" ? numberOf(attributes.color_temp_kelvin) : undefined;
      const color = kelvin === undefined ? hexOf(attributes.rgb_color) : undefined;
      return defined({
        on: state === "on",
        brightnessPercent: brightness === undefined ? undefined : Math.round((brightness / 255) * 100),
        color,
        colorTemperatureK: kelvin,
      });
    }
    case "switch":
      return { on: state === "on" };
    case "climate":
      return defined({
        targetTemperature: numberOf(attributes.temperature),
        currentTemperature: numberOf(attributes.current_temperature),
      });
    case "cover":
      return defined({
        positionPercent:
          numberOf(attributes.current_position) ?? (state === "open" ? 100 : state === "closed" ? 0 : undefined),
      });
    case "lock":
      return defined({ locked: state === "locked" ? true : state === "unlocked" ? false : undefined });
    case "sensor":
      return defined({
        reading: state,
        unit: textOf(attributes.unit_of_measurement),
        measures: textOf(attributes.device_class),
      });
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function hexOf(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  return `#${value.map((part) => Math.round(Number(part)).toString(16).padStart(2, "0")).join("")}`;
}

/** Without the keys that have no value. */
function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
