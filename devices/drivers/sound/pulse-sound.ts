import { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, runProgram } from "../run-program.ts";
import { duckStreams, type PlayingStream } from "./duck-streams.ts";
import type { Microphone, Output, SoundDriver, Volume } from "./sound.ts";

/**
 * PulseAudio, or PipeWire through its PulseAudio server, by `pactl --format=json` (pactl 16 or later).
 * @throws ShellError BACKEND_MISSING where no server answers
 */
export async function createPulseSound(options: { env: Env; signal?: AbortSignal }): Promise<SoundDriver> {
  const pactl = (...args: string[]) =>
    runProgram("pactl", ["--format=json", ...args], { ...options, debianPackage: "pulseaudio-utils" });
  const read = async <T>(...args: string[]): Promise<T> => JSON.parse((await pactl(...args)) || "null") as T;

  const info = await read<ServerInfo>("info").catch((cause: unknown) => {
    if (cause instanceof ShellError && cause.code === "BACKEND_MISSING") throw cause;
    throw because("sound.no-server", {}, { cause });
  });

  const sinks = () => read<readonly Sink[]>("list", "sinks");
  const defaultSink = async (): Promise<Sink> => {
    const { default_sink_name: name } = await read<ServerInfo>("info");
    const sink = (await sinks()).find((s) => s.name === name);
    if (!sink) throw because("sound.no-output");
    return sink;
  };
  const volume = async (): Promise<Volume> => volumeOf(await defaultSink());
  const microphone = async (): Promise<Microphone> => {
    const { default_source_name: name } = await read<ServerInfo>("info");
    const source = (await read<readonly Source[]>("list", "sources")).find((s) => s.name === name);
    if (!source) throw because("sound.no-input");
    return { name: source.description, muted: source.mute };
  };
  const outputs = async (): Promise<readonly Output[]> => {
    const { default_sink_name: name } = await read<ServerInfo>("info");
    return (await sinks()).flatMap((sink) => outputsOf(sink, sink.name === name));
  };

  return {
    backend: info.server_name.startsWith("PulseAudio (on PipeWire")
      ? info.server_name.replace(/^PulseAudio \(on (.*)\)$/, "$1")
      : `PulseAudio ${info.server_version}`,
    volume,
    setVolume: async (percent) => {
      await pactl("set-sink-volume", "@DEFAULT_SINK@", `${Math.round(Math.min(100, Math.max(0, percent)))}%`);
      return volume();
    },
    setMuted: async (on) => {
      await pactl("set-sink-mute", "@DEFAULT_SINK@", on ? "1" : "0");
      return volume();
    },
    outputs,
    selectOutput: async (id) => {
      const known = (await outputs()).find((o) => o.id === id);
      if (!known) throw because("sound.no-such-output", { id });
      const [sink, port] = splitId(id);
      if (port !== undefined) await pactl("set-sink-port", sink, port);
      await pactl("set-default-sink", sink);
      const playing = (await read<readonly { index: number }[] | null>("list", "sink-inputs")) ?? [];
      // A stream may end between the list and the move; that is no failure of the choice.
      await Promise.allSettled(playing.map((stream) => pactl("move-sink-input", String(stream.index), sink)));
      const now = (await outputs()).find((o) => o.id === id);
      if (!now?.active) throw because("sound.not-switched", { name: known.name });
      return now;
    },
    microphone,
    setMicrophoneMuted: async (on) => {
      await microphone();
      await pactl("set-source-mute", "@DEFAULT_SOURCE@", on ? "1" : "0");
      return microphone();
    },
    duck: async (percent) => {
      const playing = (await read<readonly PlayingStream[] | null>("list", "sink-inputs")) ?? [];
      const others = playing.filter(({ properties }) => properties["application.name"] !== OWN_NAME);
      const set = (index: number, volumes: readonly string[]) => pactl("set-sink-input-volume", String(index), ...volumes);
      return duckStreams(others, percent, set, options.env);
    },
  };
}

/** As our own recorders and players name themselves to the server. */
const OWN_NAME = "saysh";

interface ServerInfo {
  readonly server_name: string;
  readonly server_version: string;
  readonly default_sink_name: string;
  readonly default_source_name: string;
}

interface Sink {
  readonly name: string;
  readonly description: string;
  readonly mute: boolean;
  readonly volume: Readonly<Record<string, { readonly value_percent: string }>>;
  readonly properties?: Readonly<Record<string, string>>;
  readonly ports?: readonly {
    readonly name: string;
    readonly description: string;
    readonly type?: string;
    readonly availability?: string;
  }[];
  readonly active_port?: string | null;
}

interface Source {
  readonly name: string;
  readonly description: string;
  readonly mute: boolean;
}

/** Between sink and port in an output's id; no sink name holds a space. */
const SEPARATOR = " ";

function splitId(id: string): readonly [sink: string, port: string | undefined] {
  const [sink, port] = id.split(SEPARATOR);
  return [sink!, port];
}

/** A sink with several usable ports (speakers and headphones of one card) is several outputs. */
function outputsOf(sink: Sink, isDefault: boolean): readonly Output[] {
  const usable = (sink.ports ?? []).filter((port) => port.availability !== "not available");
  if (usable.length < 2) {
    const form = sink.properties?.["device.form_factor"] ?? usable[0]?.type;
    return [
      { id: sink.name, name: sink.description, active: isDefault, ...(form ? { form: form.toLowerCase() } : {}) },
    ];
  }
  return usable.map((port) => ({
    id: `${sink.name}${SEPARATOR}${port.name}`,
    name: `${port.description} (${sink.description})`,
    active: isDefault && port.name === sink.active_port,
    ...(port.type ? { form: port.type.toLowerCase() } : {}),
  }));
}

function volumeOf(sink: Sink): Volume {
  const channels = Object.values(sink.volume).map((channel) => Number.parseInt(channel.value_percent, 10));
  const mean = channels.reduce((sum, value) => sum + value, 0) / Math.max(1, channels.length);
  return { percent: Math.round(mean), muted: sink.mute };
}
