export { openPlayer, PLAYER_ENGINES, playerEngines } from "./registry.ts";
