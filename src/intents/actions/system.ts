import { defineDomain } from "./define-action.ts";
import { batteryStatus, powerOff, powerRestart, powerSuspend, screenLock } from "./system/power-actions.ts";
import { processList, processStop } from "./system/process-actions.ts";
import { logRead, serviceControl, serviceStatus } from "./system/service-actions.ts";
import { languageSet, timezoneSet } from "./system/settings-actions.ts";
import { systemStatus } from "./system/status-action.ts";
import { updatesCheck, updatesInstall } from "./system/update-actions.ts";

/** The machine: its power, state, programs, services, updates and settings; one file of system/ for each. */
export const systemActions = defineDomain("system", [
  powerOff,
  powerRestart,
  powerSuspend,
  screenLock,
  batteryStatus,
  systemStatus,
  processList,
  processStop,
  serviceStatus,
  serviceControl,
  logRead,
  updatesCheck,
  updatesInstall,
  timezoneSet,
  languageSet,
]);
