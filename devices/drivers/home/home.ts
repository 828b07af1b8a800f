/** The lights, plugs, heating, blinds, locks and sensors of a home. */
export interface HomeDriver {
  readonly backend: string;
  /** Everything the home has, with its state now. @throws ShellError BACKEND_FAILED, PERMISSION_DENIED, TIMEOUT */
  devices(signal: AbortSignal): Promise<readonly HomeDevice[]>;
  /** Asks the home to do it; the state follows a moment later. */
  act(command: HomeCommand, signal: AbortSignal): Promise<void>;
}

export type HomeKind = "light" | "switch" | "climate" | "cover" | "lock" | "sensor";

export interface HomeDevice {
  readonly id: string;
  readonly kind: HomeKind;
  /** What the person calls it. */
  readonly name: string;
  /** The room, where the home knows it. */
  readonly place?: string;
  /** False when it does not answer now. */
  readonly isAvailable: boolean;
  readonly state: HomeState;
}

/** Only what fits the kind is there. */
export interface HomeState {
  /** Light, switch. */
  readonly on?: boolean;
  /** 0-100; only while a light is on. */
  readonly brightnessPercent?: number;
  /** `#rrggbb`. */
  readonly color?: string;
  readonly colorTemperatureK?: number;
  /** Heating or cooling: what is wished and what is measured, in `unit`. */
  readonly targetTemperature?: number;
  readonly currentTemperature?: number;
  /** Cover: 100 open, 0 closed; undefined when it can only open and close and is moving. */
  readonly positionPercent?: number;
  readonly locked?: boolean;
  /** Sensor: its reading as the home writes it, and what is measured (`temperature`, `humidity`, `door` …). */
  readonly reading?: string;
  readonly unit?: string;
  readonly measures?: string;
}

export type HomeCommand =
  | {
      readonly kind: "light";
      readonly ids: readonly string[];
      readonly on: boolean;
      readonly brightnessPercent?: number;
      readonly color?: string;
      readonly colorTemperatureK?: number;
    }
  | { readonly kind: "switch"; readonly ids: readonly string[]; readonly on: boolean }
  | { readonly kind: "climate"; readonly ids: readonly string[]; readonly temperature: number }
  | { readonly kind: "cover"; readonly ids: readonly string[]; readonly positionPercent: number }
  | { readonly kind: "lock"; readonly ids: readonly string[]; readonly locked: boolean };
