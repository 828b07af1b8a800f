import { defineDomain } from "./define-action.ts";
import { airplaneMode } from "./network/airplane-mode.ts";
import { bluetoothConnect, bluetoothDisconnect } from "./network/bluetooth-connect.ts";
import { bluetoothList } from "./network/bluetooth-list.ts";
import { bluetoothPower } from "./network/bluetooth-power.ts";
import { networkStatus } from "./network/network-status.ts";
import { wifiConnect } from "./network/wifi-connect.ts";
import { wifiList } from "./network/wifi-list.ts";
import { wifiPower } from "./network/wifi-power.ts";

export const networkActions = defineDomain("network", [
  wifiPower,
  wifiList,
  wifiConnect,
  networkStatus,
  bluetoothPower,
  bluetoothList,
  bluetoothConnect,
  bluetoothDisconnect,
  airplaneMode,
]);
