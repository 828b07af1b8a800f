export type { Domain } from "./pocketsphinx/build-model.ts";
export { openSpeechToText, STT_ENGINES, sttEngines } from "./registry.ts";
