import { because } from "../../../src/reasons/reason.ts";
import type { Buses } from "../dbus.ts";
import { userFolder } from "../media/folders.ts";
import { type Env, hasProgram } from "../run-program.ts";
import { type Backlight, findBacklight } from "./backlight.ts";
import type { DisplayDriver } from "./display.ts";
import { COLOR_SCHEME, getSetting, NIGHT_LIGHT, setSetting } from "./gsettings.ts";
import { findScreenPower } from "./screen-power.ts";
import { findShooter, takeScreenshot } from "./screenshot.ts";

export interface DisplayOptions {
  readonly env: Env;
  readonly home: string;
  readonly buses: Buses;
  /** Where sys is; default "/". */
  readonly root?: string;
}

/** @throws ShellError BACKEND_MISSING when nothing of a screen can be reached */
export async function createDisplayDriver(options: DisplayOptions): Promise<DisplayDriver> {
  const { env, home, buses, root = "/" } = options;
  const backlight = await findBacklight({ root, buses, env });
  const power = findScreenPower(env, backlight);
  const settings = hasProgram("gsettings", env) ? "gsettings" : undefined;
  const parts = [backlight && `backlight ${backlight.name}`, power?.name, findShooter(env), settings];
  const backend = parts.filter((part) => part !== undefined).join(", ");
  if (backend === "") throw because("screen.none");
  const lit = (): Backlight => {
    if (backlight) return backlight;
    throw because("screen.no-backlight");
  };
  const nightLight = async () => (await getSetting(NIGHT_LIGHT, env)) === "true";
  const theme = async () => ((await getSetting(COLOR_SCHEME, env)) === "'prefer-dark'" ? "dark" : "light");
  return {
    backend,
    picturesFolder: userFolder("PICTURES", home, env),
    brightness: async () => lit().read(),
    setBrightness: async (percent) => lit().write(percent),
    setScreenPower: async (on) => {
      if (!power)
        throw because("screen.no-switch", { package: env.WAYLAND_DISPLAY ? "wlr-randr" : "x11-xserver-utils" });
      await power.set(on);
    },
    screenshot: (path) => takeScreenshot(path, env),
    nightLight,
    setNightLight: async (on) => {
      await setSetting(NIGHT_LIGHT, String(on), env);
      return nightLight();
    },
    theme,
    setTheme: async (wanted) => {
      await setSetting(COLOR_SCHEME, wanted === "dark" ? "prefer-dark" : "default", env);
      return theme();
    },
  };
}
