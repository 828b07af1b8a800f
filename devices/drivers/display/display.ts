/** The screen: how bright, on or off, what is on it, and its colours. Parts that this machine lacks throw BACKEND_MISSING. */
export interface DisplayDriver {
  /** The parts that work: "backlight intel_backlight, xset, scrot, gsettings". */
  readonly backend: string;
  /** 0-100, whole. */
  brightness(): Promise<number>;
  /** What is after it, read back; 0 is the darkest step at which something can still be seen. */
  setBrightness(percent: number): Promise<number>;
  setScreenPower(on: boolean): Promise<void>;
  /** A PNG of the whole screen. @param path absolute, its folder exists or is made */
  screenshot(path: string): Promise<void>;
  /** Where screenshots go: the person's pictures folder. */
  readonly picturesFolder: string;
  nightLight(): Promise<boolean>;
  setNightLight(on: boolean): Promise<boolean>;
  theme(): Promise<"dark" | "light">;
  setTheme(theme: "dark" | "light"): Promise<"dark" | "light">;
}
