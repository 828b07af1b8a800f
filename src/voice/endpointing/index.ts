export { fvadEndpointer } from "./fvad-endpointer.ts";
export { levelOf } from "./level-gate.ts";
export { DEFAULT_ENDPOINTING, ENDPOINTER_ENGINES, openEndpointer } from "./registry.ts";
export { COMPLETE_HANG_MS, OPEN_HANG_MS } from "./turn-clock.ts";
