export { formatAddress, isLoopback, parseAddress } from "./address.ts";
export { serverAt } from "./peer.ts";
export { startWyomingServer, type WyomingServer, type WyomingServerOptions } from "./server.ts";
export type { Answer, Offer, Recognized, Services } from "./services.ts";
export { wyomingStt } from "./stt-engine.ts";
export { wyomingTts } from "./tts-engine.ts";
export { wyomingWake } from "./wake-engine.ts";
