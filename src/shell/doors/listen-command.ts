import { type Config, loadConfig } from "../../config.ts";
import { ShellError, toShellError } from "../../errors.ts";
import type { Lang } from "../../intents/plan.ts";
import { resolvePaths } from "../../paths.ts";
import type { Player } from "../../voice/contracts.ts";
import {
  createHearing,
  createMouth,
  createPacedPlayer,
  createSoundClock,
  type Hearing,
  openFileMicrophone,
  SILENT_MOUTH,
  type Stamped,
} from "../../voice/hearing/index.ts";
import { endSignal } from "./end-signal.ts";
import { answeredBy, requiredArguments } from "./listen-answer.ts";
import { createDucking } from "./listen-duck.ts";
import {
  cuesOn,
  keywordOf,
  openEnd,
  openRecogniser,
  openSpeaker,
  openVoice,
  openWake,
  setLight,
} from "./listen-engines.ts";
import { readKeys } from "./listen-keys.ts";
import { namesOf } from "./listen-names.ts";
import { eventJson, eventLines } from "./listen-print.ts";
import { paperFor } from "./print.ts";
import { type Talk, type TalkOptions, talkHere, talkToDaemon } from "./talk.ts";

export interface ListenOptions extends TalkOptions {
  /** A sound file instead of the microphone, heard as fast as it can be. */
  readonly wav?: string;
  /** The file at the speed of a microphone, and the replies spoken. */
  readonly realTime?: boolean;
  readonly pushToTalk?: boolean;
  readonly json?: boolean;
}

/**
 * The voice loop: on the microphone until it is told to end, on a file until everything in it is answered.
 * @returns exit status: of a file its last turn's, 3 when nothing was heard in it
 * @throws ShellError BACKEND_MISSING and the like, each with the package to install
 */
export async function listenCommand(options: ListenOptions): Promise<number> {
  const { wav, realTime = wav === undefined, pushToTalk = false, json = false, ...talkOptions } = options;
  if (options.realTime && wav === undefined)
    throw new ShellError("USAGE", "--real-time goes with --wav", { remedy: "saysh listen --wav FILE --real-time" });
  const ended = endSignal();
  const paths = resolvePaths();
  const config = loadConfig(paths.configFile);
  const { voice } = config;
  const lang = options.lang ?? spokenLanguage(config);
  await using engines = new AsyncDisposableStack();
  const clock = realTime ? undefined : createSoundClock();

  // what is most often missing first: one error, before anything heavy is loaded
  const { openRecorder } = await import("../../voice/capture/index.ts");
  const microphoneOptions = voice.microphone === "" ? {} : { device: voice.microphone };
  const file = wav === undefined ? undefined : engines.use(await openFileMicrophone(wav, { realTime }));
  if (file === undefined) await (await openRecorder(microphoneOptions))[Symbol.asyncDispose]();
  const paced = clock && createPacedPlayer(clock);
  const speaks = voice.speak;
  const player: Player | undefined =
    paced ?? (speaks || voice.cues ? engines.use(await openSpeaker(voice)) : undefined);
  const tts = speaks ? engines.use(await openVoice(voice).catch(paced ? () => undefined : undefined)) : undefined;
  const stt = engines.use(await openRecogniser(voice, lang, paths.cache));
  const endpointer = engines.use(await openEnd(voice));
  const wake = pushToTalk ? undefined : engines.use(await openWake(voice));
  stt.learn(namesOf(config));

  const connect = async (): Promise<Talk> => {
    const how = { ...talkOptions, session: `voice ${process.pid}`, door: "voice", alerts: wav === undefined };
    return (await talkToDaemon(paths.runtime, how)) ?? (await talkHere(how));
  };
  let talk = await connect();
  engines.defer(async () => talk[Symbol.asyncDispose]());
  let isBusy = false;
  let status = wav === undefined ? 0 : 3;

  const paper = paperFor(process.stdout);
  const opensWith = pushToTalk ? "Enter talks, m mutes, Ctrl-C leaves." : `Say “${keywordOf(voice)}”, or press Enter.`;
  const ducking = engines.use(createDucking(file ? 100 : voice.duck_percent));
  const onEvent = (event: Stamped): void => {
    if (event.type === "capture.started") {
      setLight(voice.light, true);
      ducking.down();
    }
    if (event.type === "capture.ended") {
      setLight(voice.light, false);
      ducking.up();
    }
    if (event.type === "turn.ended" && wav !== undefined) status = event.turn.exitStatus;
    const lines = json ? [eventJson(event)] : eventLines(event, paper, { opensWith });
    for (const line of lines) process.stdout.write(`${line}\n`);
  };
  const hearing: Hearing = createHearing({
    openMicrophone: () => (file ? Promise.resolve(file) : openRecorder(microphoneOptions)),
    wake,
    endpointer,
    stt,
    mouth:
      tts && player
        ? createMouth({ tts, player, onSentence: (sentence) => hearing.tell({ type: "speaking.sound", sentence }) })
        : SILENT_MOUTH,
    async converse(utterance) {
      isBusy = true;
      try {
        return answeredBy(await talk.turn(utterance));
      } finally {
        isBusy = false;
      }
    },
    understand: (text, how) => talk.understand(text, how),
    required: requiredArguments,
    keywords: [keywordOf(voice)],
    lang,
    onlyLang: lang,
    followUpMs: pushToTalk ? 0 : voice.follow_up_s * 1000,
    answerMs: pushToTalk ? 0 : Math.max(10, voice.follow_up_s) * 1000,
    bargeIn: voice.barge_in && !pushToTalk,
    cue: voice.cues && !paced ? cuesOn(player) : () => undefined,
    onEvent,
    ...(clock && paced ? { clock, quiet: () => paced.filled() } : {}),
    ...(file ? { isOver: () => file.isOver } : {}),
  });
  engines.use(hearing);
  engines.defer(() => setLight(voice.light, false));

  const attend = (to: Talk): void => {
    to.onAlert(({ say }) => hearing.announce({ text: say, lang }));
    to.onUnasked((words) => {
      if (!isBusy) hearing.announce({ text: words, lang });
    });
    to.onLost(async () => {
      // nothing that was set is lost: it stands in the database
      talk = await connect().catch((error: unknown) => {
        process.stderr.write(`saysh: ${toShellError(error).message}\n`);
        return to;
      });
      if (talk !== to) attend(talk);
    });
  };
  attend(talk);
  const keys = readKeys({
    talk: () => hearing.talk(),
    mute: () => hearing.mute(!hearing.isMuted()),
    linesTalk: pushToTalk,
  });
  engines.defer(() => keys[Symbol.dispose]());
  await Promise.race([hearing.ended, keys.left, ended]);
  return status;
}

function spokenLanguage({ lang }: Config): Lang {
  if (lang !== "auto") return lang;
  const system = (process.env["LC_ALL"] || process.env["LANG"] || "").slice(0, 2);
  return system === "fr" || system === "zh" ? system : "en";
}
