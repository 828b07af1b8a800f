import { mkdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { createDrivers } from "../../devices/drivers/create-drivers.ts";
import type { Drivers } from "../../devices/drivers/drivers.ts";
import { type Config, expandPath, loadConfig } from "../config.ts";
import { catalogue } from "../intents/catalogue.ts";
import type { ActionConfig } from "../intents/powers.ts";
import type { Understanding } from "../intents/understand/index.ts";
import type { Memory } from "../memory/memory.ts";
import { openMemory } from "../memory/open-memory.ts";
import { type Paths, resolvePaths } from "../paths.ts";
import { readPolicy } from "./policy/policy.ts";
import { createSession, type Session } from "./session.ts";
import { userFolders } from "./user-folders.ts";

/** Everything that the doors of one process share: configuration, memory, drivers, and the mind, which is loaded when first asked. */
export interface House extends AsyncDisposable {
  readonly paths: Paths;
  readonly config: Config;
  readonly memory: Memory;
  readonly drivers: Drivers;
  readonly timeZone: string;
  understanding(): Promise<Understanding>;
  /** @param name which conversation it is, over restarts */
  session(door: string, name?: string): Session;
}

export interface HouseOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** A GGUF instead of the shipped reflex model. */
  readonly modelPath?: string;
  /** A mind of the caller's instead of the shipped tiers; the caller's to close. */
  readonly mind?: Understanding;
}

/** @throws ShellError CONFIG_INVALID, DATABASE_DAMAGED */
export function openHouse(options: HouseOptions = {}): House {
  const env = options.env ?? process.env;
  const home = realpathSync(env.HOME ?? homedir());
  const paths = resolvePaths(env, home);
  const config = loadConfig(paths.configFile);
  const policy = readPolicy(config.policy, catalogue);
  const timeZone = config.time_zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  mkdirSync(paths.data, { recursive: true, mode: 0o700 });
  const memory = openMemory(paths.data, { now: () => new Date() });
  const ended = new AbortController();
  const folders = {
    ...userFolders(env, home),
    ...Object.fromEntries(Object.entries(config.folders).map(([name, path]) => [name, expandPath(path, home)])),
  };
  const drivers = createDrivers({
    env,
    home,
    signal: ended.signal,
    config: { ...config, media: { ...config.media, folders: config.media.folders.map((f) => expandPath(f, home)) } },
  });
  const actionConfig: ActionConfig = {
    units: config.units,
    folders,
    commandTimeoutMs: config.session.command_timeout_s * 1000,
  };
  let mind: Promise<Understanding> | undefined;
  const understanding = () => {
    if (options.mind) return Promise.resolve(options.mind);
    mind ??= import("../intents/understand/index.ts").then(({ createUnderstanding }) =>
      createUnderstanding({
        catalogue,
        phrases: () => memory.phrases.all().filter(({ on }) => on),
        ...(options.modelPath ? { modelPath: options.modelPath } : {}),
      }),
    );
    // a model that could not be loaded is looked for again by the next turn
    mind.catch(() => {
      mind = undefined;
    });
    return mind;
  };
  const sessions = new Set<Session>();

  return {
    paths,
    config,
    memory,
    drivers,
    timeZone,
    understanding,
    session(door, name) {
      const session = createSession({
        understand: async (utterance, o) => (await understanding()).understand(utterance, o),
        catalogue,
        drivers,
        memory,
        policy,
        door,
        ...(name === undefined ? {} : { name }),
        config: actionConfig,
        home,
        timeZone,
        ...(config.lang === "auto" ? {} : { lang: config.lang }),
        confirmTimeoutMs: config.session.confirm_timeout_s * 1000,
        questionTimeoutMs: config.session.question_timeout_s * 1000,
        followUpMs: config.session.follow_up_s * 1000,
        understandTimeoutMs: config.understand.timeout_s * 1000,
      });
      sessions.add(session);
      return session;
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions) session.close();
      ended.abort();
      await drivers[Symbol.asyncDispose]();
      const loaded = await mind?.catch(() => undefined);
      await loaded?.[Symbol.asyncDispose]();
      memory[Symbol.dispose]();
    },
  };
}
