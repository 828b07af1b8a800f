import { because } from "../../../src/reasons/reason.ts";
import { type Env, hasProgram, runProgram } from "../run-program.ts";
import type { Backlight } from "./backlight.ts";

/** A way to turn the screen off and on. */
export interface ScreenPower {
  readonly name: string;
  set(on: boolean): Promise<void>;
}

/** By what draws the screen: a wlroots compositor, X11, or nothing but the panel's own light. */
export function findScreenPower(env: Env, backlight: Backlight | undefined): ScreenPower | undefined {
  if (env.WAYLAND_DISPLAY && hasProgram("wlr-randr", env)) return { name: "wlr-randr", set: (on) => wlrRandr(on, env) };
  if (env.DISPLAY && hasProgram("xset", env)) return { name: "xset", set: (on) => xset(on, env) };
  return backlight && { name: `${backlight.name}'s power`, set: (on) => backlight.setPower(on) };
}

async function wlrRandr(on: boolean, env: Env): Promise<void> {
  const run = (args: readonly string[]) => runProgram("wlr-randr", args, { env, debianPackage: "wlr-randr" });
  const outputs = JSON.parse(await run(["--json"])) as readonly { readonly name: string }[];
  await run(outputs.flatMap(({ name }) => ["--output", name, on ? "--on" : "--off"]));
}

async function xset(on: boolean, env: Env): Promise<void> {
  const run = (args: readonly string[]) => runProgram("xset", args, { env, debianPackage: "x11-xserver-utils" });
  if (!/DPMS is (Enabled|Disabled)/.test(await run(["q"]))) throw because("screen.no-dpms");
  // `force` works only while DPMS is enabled; waking also ends a running screen saver.
  await run(["+dpms"]);
  await run(on ? ["dpms", "force", "on", "s", "reset"] : ["dpms", "force", "off"]);
}
