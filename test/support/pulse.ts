import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { type Running, startProgram } from "./programs.ts";

/** A PulseAudio server of the test's own: two null sinks, "test" (the default) and "other", and a microphone. */
export async function startPulse(folder: string): Promise<Running> {
  const socket = join(folder, "pulse.sock");
  mkdirSync(join(folder, "run"), { mode: 0o700 });
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_RUNTIME_DIR: join(folder, "run"),
    PULSE_RUNTIME_PATH: join(folder, "run"),
    PULSE_SERVER: `unix:${socket}`,
  };
  const args = ["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--realtime=no"];
  args.push("--high-priority=no", "--log-target=stderr", "--log-level=error");
  for (const load of [
    `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    `module-null-sink sink_name=test sink_properties=device.description="Test\\ Speaker"`,
    `module-null-sink sink_name=other sink_properties=device.description="Wireless\\ Headphones"`,
    `module-null-sink sink_name=room`,
    `module-remap-source source_name=microphone master=room.monitor`,
  ])
    args.push("-L", load);
  const running = await startProgram("pulseaudio", args, env, async () => {
    const { failed, stdout } = await execa("pactl", ["list", "short", "sources"], {
      env,
      extendEnv: false,
      reject: false,
    });
    return !failed && stdout.includes("microphone");
  });
  await execa("pactl", ["set-default-sink", "test"], { env, extendEnv: false });
  await execa("pactl", ["set-default-source", "microphone"], { env, extendEnv: false });
  return running;
}
