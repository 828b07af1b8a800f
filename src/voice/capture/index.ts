export { deviceLost } from "./program-recorder.ts";
export { openRecorder, RECORDER_ENGINES, recorderEngines } from "./registry.ts";
