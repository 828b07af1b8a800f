export { createUnderstanding, type Understanding } from "./cascade.ts";
export type { TaughtPhrase, UnderstandOptions } from "./taught.ts";
