import { toShellError } from "../../errors.ts";
import { LANGS } from "../../intents/plan.ts";
import type { Availability, SttEngine, TtsEngine } from "../../voice/contracts.ts";
import { pickEngine } from "../../voice/pick-engine.ts";
import { STT_ENGINES } from "../../voice/stt/index.ts";
import { TTS_ENGINES } from "../../voice/tts/index.ts";
import {
  type Offer,
  startWyomingServer,
  type WyomingServer,
  wyomingStt,
  wyomingTts,
} from "../../voice/wyoming/index.ts";
import { heardLanguage } from "../heard-language.ts";
import type { House } from "../house.ts";
import type { SessionPool } from "./session-pool.ts";

export interface WyomingDoorOptions {
  readonly house: House;
  /** Where its conversations live, those of other doors beside them. */
  readonly sessions: SessionPool;
  readonly version: string;
  readonly log: (line: string) => void;
  /** After each turn. */
  readonly onTurn?: () => void;
  /** Best first. Default: those of this machine. */
  readonly stt?: readonly SttEngine[];
  readonly tts?: readonly TtsEngine[];
}

/**
 * The door of Home Assistant and satellites: words to a turn, speech to words, words to speech. `voice.wyoming.serve` names its address.
 * @throws ShellError CONFIG_INVALID, BACKEND_FAILED when it cannot listen there
 */
export async function openWyomingDoor(options: WyomingDoorOptions): Promise<WyomingServer> {
  const { house, sessions, version, log } = options;
  const { config } = house;
  const { voice } = config;
  // a shell that asked itself would wait for itself
  const other = (server: string) => server !== "" && server !== voice.wyoming.serve;
  const sttEngines = options.stt ?? [
    ...(other(voice.wyoming.stt) ? [wyomingStt(voice.wyoming.stt)] : []),
    ...STT_ENGINES,
  ];
  const ttsEngines = options.tts ?? [
    ...(other(voice.wyoming.tts) ? [wyomingTts(voice.wyoming.tts)] : []),
    ...TTS_ENGINES,
  ];
  const langs = config.lang === "auto" ? LANGS : [config.lang];
  const stt = offer(async () => {
    const engine = await pickEngine("speech to text", sttEngines, voice.stt || undefined);
    return { name: engine.name, open: () => engine.open({ langs, cacheFolder: `${house.paths.cache}/stt` }) };
  });
  const tts = offer(async () => {
    const engine = await pickEngine("text to speech", ttsEngines, voice.tts || undefined);
    return { name: engine.name, open: () => engine.open({}) };
  });

  const server = await startWyomingServer({
    address: voice.wyoming.serve,
    log,
    services: {
      version,
      langs,
      stt,
      tts,
      langOf: heardLanguage,
      async recognize(text, lang) {
        const understanding = await house.understanding();
        const plan = await understanding.understand(text, {
          now: new Date(),
          timeZone: house.timeZone,
          ...(lang ? { lang } : {}),
        });
        return plan.unsure ? [] : plan.calls;
      },
      async turn(text, conversation, lang) {
        const turn = await sessions.use(conversation, (session) =>
          session.handle(text, { door: "wyoming", ...(lang ? { lang } : {}) }),
        );
        options.onTurn?.();
        return { handled: turn.outcome !== "not_understood", text: turn.reply, lang: turn.lang };
      },
    },
  });
  return {
    address: server.address,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await stt[Symbol.asyncDispose]();
      await tts[Symbol.asyncDispose]();
    },
  };
}

/** An engine that can be used now. */
interface Found<Opened> {
  readonly name: string;
  open(): Promise<Opened>;
}

/** What is found is opened once, by the first who needs it; an opening that failed is tried again by the next. */
function offer<Opened extends AsyncDisposable>(find: () => Promise<Found<Opened>>): Offer<Opened> & AsyncDisposable {
  let opened: Promise<Opened> | undefined;
  return {
    async available(): Promise<Availability> {
      try {
        return { ok: true, detail: (await find()).name };
      } catch (error) {
        const { message, remedy = "saysh doctor" } = toShellError(error);
        return { ok: false, reason: message, remedy };
      }
    },
    open() {
      if (opened) return opened;
      const opening = find().then((engine) => engine.open());
      opening.catch(() => {
        opened = undefined;
      });
      opened = opening;
      return opening;
    },
    async [Symbol.asyncDispose]() {
      const loaded = await opened?.catch(() => undefined);
      await loaded?.[Symbol.asyncDispose]();
    },
  };
}
