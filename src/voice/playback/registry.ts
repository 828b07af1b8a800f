import type { Env } from "../../../devices/drivers/run-program.ts";
import type { Player, PlayerEngine } from "../contracts.ts";
import { pickEngine } from "../pick-engine.ts";
import { createAplayPlayer } from "./aplay-player.ts";
import { createPacatPlayer } from "./pacat-player.ts";
import { createPwPlayPlayer } from "./pw-play-player.ts";

/** Best first. `env` says which sound server is meant (PULSE_SERVER, XDG_RUNTIME_DIR) and where programs are. */
export function playerEngines(env: Env): readonly PlayerEngine[] {
  return Object.freeze([createPacatPlayer(env), createPwPlayPlayer(env), createAplayPlayer(env)]);
}

/** Those of this process' environment. */
export const PLAYER_ENGINES = playerEngines(process.env);

/**
 * The best player of this machine, or the named one, opened.
 * @throws ShellError as {@link pickEngine} and the engine's `open` do
 */
export async function openPlayer(
  options: { readonly device?: string } = {},
  name?: string,
  engines = PLAYER_ENGINES,
): Promise<Player> {
  return (await pickEngine("player", engines, name)).open(options);
}
