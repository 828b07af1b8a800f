/** Networks: what the machine is connected to, and the radios. */
export interface NetworkDriver {
  /** "NetworkManager 1.42", or "the kernel" where only the state can be read. */
  readonly backend: string;
  status(): Promise<NetworkStatus>;
  wifiEnabled(): Promise<boolean>;
  /** The state after it, read back. @throws ShellError PERMISSION_DENIED, BACKEND_FAILED (a hardware switch is off) */
  setWifiEnabled(on: boolean): Promise<boolean>;
  /** Networks in the air, strongest first, each name once. @throws ShellError BACKEND_MISSING without a Wi-Fi device */
  wifiNetworks(): Promise<readonly WifiNetwork[]>;
  /**
   * Connects to a network that is open or whose key is saved, and waits until it has an address.
   * @throws ShellError BACKEND_FAILED with `details.reason` a {@link ConnectFailure}
   */
  connectWifi(ssid: string): Promise<void>;
  radios(): Promise<Radios>;
  setRadios(radios: Radios): Promise<Radios>;
}

export interface NetworkStatus {
  /** full: the Internet answers · portal: a login page stands before it · local: connected, no further · none. */
  readonly online: "full" | "portal" | "local" | "none";
  /** The interface that the default route takes. */
  readonly device?: string;
  readonly kind?: "wifi" | "ethernet" | "other";
  readonly ip?: string;
  readonly ssid?: string;
  /** Of the link, in megabits per second; not what the line behind it carries. */
  readonly linkMbps?: number;
}

export interface WifiNetwork {
  readonly ssid: string;
  /** 0-100 */
  readonly strength: number;
  readonly secured: boolean;
  /** Its key is saved here. */
  readonly known: boolean;
  readonly active: boolean;
}

/** key-needed: secured and never joined · key-wrong · gone: no longer in the air · no-address: no DHCP answer. */
export type ConnectFailure = "key-needed" | "key-wrong" | "gone" | "no-address" | "timeout" | "other";

/** Which radios may send. Bluetooth is undefined where nothing here can block it. */
export interface Radios {
  readonly wifi: boolean;
  readonly mobile: boolean;
  readonly bluetooth?: boolean;
}
