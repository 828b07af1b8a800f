import type { BluetoothDriver } from "./bluetooth/bluetooth.ts";
import type { CameraDriver } from "./camera/camera.ts";
import type { CommandDriver } from "./command/command.ts";
import type { DesktopDriver } from "./desktop/desktop.ts";
import type { DisplayDriver } from "./display/display.ts";
import type { FilesDriver } from "./files/files.ts";
import type { HomeDriver } from "./home/home.ts";
import type { MediaDriver } from "./media/media.ts";
import type { NetworkDriver } from "./network/network.ts";
import type { PowerDriver } from "./power/power.ts";
import type { SoundDriver } from "./sound/sound.ts";
import type { SystemDriver } from "./system/system.ts";

/**
 * What this device can do. Each call finds the backend on first use and keeps it; where there is none it throws
 * ShellError("BACKEND_MISSING") whose remedy names the package or service that mends it. The turn turns that into an
 * "unavailable" result.
 */
export interface Drivers extends AsyncDisposable {
  sound(): Promise<SoundDriver>;
  media(): Promise<MediaDriver>;
  display(): Promise<DisplayDriver>;
  network(): Promise<NetworkDriver>;
  bluetooth(): Promise<BluetoothDriver>;
  power(): Promise<PowerDriver>;
  system(): Promise<SystemDriver>;
  desktop(): Promise<DesktopDriver>;
  files(): Promise<FilesDriver>;
  home(): Promise<HomeDriver>;
  camera(): Promise<CameraDriver>;
  command(): Promise<CommandDriver>;
  /** One line per capability for `doctor`: which backend, or what is missing and the command that mends it. */
  probe(): Promise<readonly Capability[]>;
}

export interface Capability {
  readonly capability: string;
  /** "PulseAudio 16.1", or undefined where nothing works. */
  readonly backend: string | undefined;
  readonly remedy?: string;
}
