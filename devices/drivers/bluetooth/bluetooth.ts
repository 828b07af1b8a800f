/** Bluetooth: the radio and the devices that this machine knows or hears. */
export interface BluetoothDriver {
  /** "BlueZ", for doctor. */
  readonly backend: string;
  powered(): Promise<boolean>;
  /** The state after it, read back. */
  setPowered(on: boolean): Promise<boolean>;
  /** Connected ones first, then paired ones, then those in the air. @param scanMs how long to listen for new ones; default 0 */
  devices(scanMs?: number): Promise<readonly BluetoothDevice[]>;
  /** Pairs (without a code) where it must, then connects. @throws ShellError BACKEND_FAILED with BlueZ's reason */
  connect(id: string): Promise<BluetoothDevice>;
  disconnect(id: string): Promise<BluetoothDevice>;
}

export interface BluetoothDevice {
  /** BlueZ's object path. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly paired: boolean;
  readonly connected: boolean;
  /** "audio-headset", "input-keyboard" …, where the device says. */
  readonly icon?: string;
}
