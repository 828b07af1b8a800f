import { ShellError } from "../../src/errors.ts";
import { createBluetoothDriver } from "./bluetooth/create.ts";
import { createCameraDriver } from "./camera/create.ts";
import { createCommandDriver } from "./command/create.ts";
import { createBuses } from "./dbus.ts";
import { createDesktopDriver } from "./desktop/create.ts";
import { createDisplayDriver } from "./display/create.ts";
import type { Capability, Drivers } from "./drivers.ts";
import { createFilesDriver } from "./files/create.ts";
import { createHomeDriver, type HomeConfig } from "./home/create.ts";
import { createMediaDriver } from "./media/create.ts";
import { createNetworkDriver } from "./network/create.ts";
import { createPowerDriver } from "./power/create.ts";
import type { Env } from "./run-program.ts";
import { createSoundDriver } from "./sound/create.ts";
import { createSystemDriver } from "./system/create.ts";

/** What the drivers need of config.toml; the whole configuration fits too. */
export interface DriversConfig {
  readonly media?: {
    /** Radio: name → address. */
    readonly stations?: Readonly<Record<string, string>>;
    /** Where music and videos lie beside the usual folders; absolute. */
    readonly folders?: readonly string[];
  };
  readonly home?: HomeConfig;
}

export interface DriversOptions {
  /** D-Bus addresses, XDG folders, the display and PATH are read from here; default: this process's. */
  readonly env: Env;
  /** The person's home folder, absolute. */
  readonly home: string;
  /** Aborted when the session ends: programs that still run are ended. */
  readonly signal: AbortSignal;
  readonly config: DriversConfig;
}

/** Every capability of this device, each found on first use and kept; one that failed is looked for again the next time. */
export function createDrivers(options: DriversOptions): Drivers {
  const { env, home, signal, config } = options;
  const buses = createBuses(env);
  // mpv's audio output: tests and boards without a sound card set it, everybody else leaves it to mpv.
  const audioOutput = env.SAYSH_MPV_AO;
  const sound = kept(() => createSoundDriver({ env, signal }));
  const media = kept(() =>
    createMediaDriver({ env, home, buses, ...config.media, ...(audioOutput ? { audioOutput } : {}) }),
  );
  const display = kept(() => createDisplayDriver({ env, home, buses }));
  const network = kept(() => createNetworkDriver({ env, buses }));
  const bluetooth = kept(() => createBluetoothDriver({ buses }));
  const power = kept(() => createPowerDriver({ buses }));
  const system = kept(() => createSystemDriver({ env, buses, signal }));
  const files = kept(() => createFilesDriver({ env, home }));
  const desktop = kept(() => createDesktopDriver({ env, home }));
  const homeDevices = kept(() => createHomeDriver({ config: config.home }));
  const camera = kept(() => createCameraDriver({ env, home }));
  const command = kept(() => createCommandDriver({ env, home }));
  const named = {
    sound,
    media,
    display,
    network,
    bluetooth,
    power,
    system,
    files,
    desktop,
    home: homeDevices,
    camera,
    command,
  };
  return {
    sound: sound.get,
    media: media.get,
    display: display.get,
    network: network.get,
    bluetooth: bluetooth.get,
    power: power.get,
    system: system.get,
    desktop: desktop.get,
    files: files.get,
    home: homeDevices.get,
    camera: camera.get,
    command: command.get,
    probe: () => Promise.all(Object.entries(named).map(([name, driver]) => probe(name, driver.get))),
    [Symbol.asyncDispose]: async () => {
      await media.created()?.then(
        (driver) => driver.close(),
        () => undefined,
      );
      buses.close();
    },
  };
}

interface Kept<T> {
  get(): Promise<T>;
  /** The one that was made, if any; makes none. */
  created(): Promise<T> | undefined;
}

function kept<T>(create: () => Promise<T>): Kept<T> {
  let made: Promise<T> | undefined;
  return {
    get: () => {
      if (!made) {
        const making = create();
        made = making;
        // A program may be installed, or a service started, before the next turn.
        making.catch(() => {
          if (made === making) made = undefined;
        });
      }
      return made;
    },
    created: () => made,
  };
}

async function probe(capability: string, get: () => Promise<{ readonly backend: string }>): Promise<Capability> {
  try {
    return { capability, backend: (await get()).backend };
  } catch (error) {
    const remedy = error instanceof ShellError ? error.remedy : undefined;
    return { capability, backend: undefined, ...(remedy ? { remedy } : {}) };
  }
}
