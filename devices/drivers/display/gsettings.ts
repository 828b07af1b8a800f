import { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, runProgram } from "../run-program.ts";

interface Key {
  readonly schema: string;
  readonly key: string;
  /** The Debian package that brings the schema. */
  readonly debianPackage: string;
}

export const NIGHT_LIGHT: Key = {
  schema: "org.gnome.settings-daemon.plugins.color",
  key: "night-light-enabled",
  debianPackage: "gnome-settings-daemon",
};

export const COLOR_SCHEME: Key = {
  schema: "org.gnome.desktop.interface",
  key: "color-scheme",
  debianPackage: "gsettings-desktop-schemas",
};

/** A value in GVariant text ("true", "'prefer-dark'"). @throws ShellError BACKEND_MISSING where the desktop has no such setting */
export async function getSetting(setting: Key, env: Env): Promise<string> {
  return (await gsettings("get", setting, [], env)).trim();
}

export async function setSetting(setting: Key, value: string, env: Env): Promise<void> {
  await gsettings("set", setting, [value], env);
}

async function gsettings(verb: string, setting: Key, rest: readonly string[], env: Env): Promise<string> {
  try {
    return await runProgram("gsettings", [verb, setting.schema, setting.key, ...rest], {
      env,
      debianPackage: "libglib2.0-bin",
    });
  } catch (error) {
    if (error instanceof ShellError && /No such (schema|key)/.test(error.message))
      throw because(
        "screen.no-setting",
        { setting: `${setting.schema} ${setting.key}`, package: setting.debianPackage },
        { cause: error },
      );
    throw error;
  }
}
