export { createEspeakEngine, voiceFor } from "./espeak-engine.ts";
export { openTts, TTS_ENGINES, ttsEngines } from "./registry.ts";
export { createSentenceSplitter, type SentenceSplitter, sentencesOf } from "./sentences.ts";
export { speakable, spokenSentences } from "./speakable/speakable.ts";
