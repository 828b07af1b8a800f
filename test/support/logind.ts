import type { Target } from "../../devices/drivers/dbus.ts";
import { mockOf, type PrivateBus } from "./dbus.ts";

export const LOGIND: Target = {
  service: "org.freedesktop.login1",
  path: "/org/freedesktop/login1",
  iface: "org.freedesktop.login1.Manager",
};

/** python-dbusmock's logind with what its template lacks: scheduled shutdowns, kept and called off as logind does. */
export async function mockLogind(bus: PrivateBus): Promise<void> {
  await bus.mock("logind");
  const system = await bus.buses.system();
  const add = (name: string, input: string, output: string, code: string) =>
    system.call(mockOf(LOGIND), "AddMethod", "sssss", [LOGIND.iface, name, input, output, code]);
  const set = (kind: string, at: string) =>
    `self.props["${LOGIND.iface}"]["ScheduledShutdown"] = dbus.Struct((${kind}, dbus.UInt64(${at})), signature="st", variant_level=1)`;
  await system.call(mockOf(LOGIND), "AddProperty", "ssv", [
    LOGIND.iface,
    "ScheduledShutdown",
    { signature: "(st)", value: ["", 0n] },
  ]);
  await add("ScheduleShutdown", "st", "", set("args[0]", "args[1]"));
  await add(
    "CancelScheduledShutdown",
    "",
    "b",
    `ret = self.props["${LOGIND.iface}"]["ScheduledShutdown"][0] != ""\n${set('""', "0")}`,
  );
}
