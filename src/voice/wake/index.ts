export { type GuardedWake, type GuardOptions, guardWake, wouldWake } from "./guarded-wake.ts";
export { porcupineCurrent } from "./porcupine-current.ts";
export { PORCUPINE_KEYWORDS } from "./porcupine-keywords.ts";
export { porcupineNative } from "./porcupine-native.ts";
export { porcupineWasm } from "./porcupine-wasm.ts";
export { createPushWake, PUSH, type PushWake, pushWake } from "./push.ts";
export { DEFAULT_SENSITIVITY, openWakeWord, type OpenWakeOptions, WAKE_ENGINES } from "./registry.ts";
export { createLevelVeto, type WakeVeto } from "./veto.ts";
