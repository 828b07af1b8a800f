export { type FileRecorderOptions, openFileRecorder } from "./file-recorder.ts";
export { createLevelMeter, type Level, type LevelMeter, measureLevel } from "./level.ts";
export { createMicrophone, type Microphone, type MicrophoneEvent, type MicrophoneOptions } from "./microphone.ts";
export { deviceLost } from "./program-recorder.ts";
export { openRecorder, RECORDER_ENGINES, recorderEngines } from "./registry.ts";
export { createResampler, type Resampler, resample } from "../resample.ts";
export { readSoundFile } from "./sound-file.ts";
