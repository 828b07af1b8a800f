import { defineDomain } from "./define-action.ts";
import { climateSet } from "./home/climate-set.ts";
import { coverSet } from "./home/cover-set.ts";
import { lightSet } from "./home/light-set.ts";
import { lockSet } from "./home/lock-set.ts";
import { sensorRead } from "./home/sensor-read.ts";
import { switchSet } from "./home/switch-set.ts";

export const homeActions = defineDomain("home", [lightSet, switchSet, climateSet, coverSet, lockSet, sensorRead]);
