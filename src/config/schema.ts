import { z } from "zod";

/**
 * config.toml, section by section. A description is the comment that stands over the key in the documented default file; a default
 * stands with its key and nowhere else. Names carry their unit. Secrets are not written here but into files of their own
 * (`*_file`), so that the configuration can be shown and shared.
 */
const section = <S extends z.ZodRawShape>(shape: S, description: string) =>
  z
    .strictObject(shape)
    .prefault({} as never)
    .describe(description);

const seconds = (value: number, description: string) =>
  z.number().positive().max(86_400).default(value).describe(description);
const names = z.record(z.string(), z.string());

const session = section(
  {
    confirm_timeout_s: seconds(30, "How long a yes is waited for, and how long it is good for. Silence is no."),
    question_timeout_s: seconds(120, "How long any other question stays open."),
    follow_up_s: seconds(60, 'How long "and the bedroom too" may refer to the turn before.'),
    command_timeout_s: seconds(60, "What a command that you run may take."),
  },
  "The conversation.",
);

const understand = section(
  {
    tiers: z
      .array(z.enum(["taught", "reflex", "local", "cloud"]))
      .default(["taught", "reflex", "local"])
      .describe('The minds that are asked, in this order; the first that is sure wins. "cloud" sends your words away.'),
    timeout_s: seconds(60, "After this a mind counts as not sure."),
  },
  "Understanding.",
);

const cloud = section(
  {
    url: z.string().default("").describe('An OpenAI-compatible endpoint. Nothing is sent unless tiers names "cloud".'),
    model: z.string().default("").describe("The model's name there."),
    key_file: z.string().default("").describe("A file that holds the key, readable by you alone."),
  },
  'The mind in the cloud; asked only when `tiers` names "cloud".',
);

const models = section(
  {
    folder: z.string().default("").describe("Where downloaded models lie. Empty: models/ in the cache folder."),
    local: z
      .string()
      .default("")
      .describe("The local model: a name of `saysh models`, or a .gguf file. Empty: the one that is installed."),
    threads: z
      .int()
      .min(1)
      .max(64)
      .default(1)
      .describe("More than one stalls small models on a busy machine with few cores."),
  },
  "Models.",
);

const wyomingServer = (what: string) =>
  z.string().default("").describe(`${what}, such as tcp://127.0.0.1:10300. Empty: none.`);

const wyoming = section(
  {
    stt: wyomingServer("A Wyoming server for speech to text"),
    tts: wyomingServer("A Wyoming server for text to speech"),
    wake: wyomingServer("A Wyoming server for the wake word"),
    serve: z
      .string()
      .default("")
      .describe(
        "Where the daemon offers this shell to Home Assistant and satellites: tcp://127.0.0.1:10700. Empty: nowhere. Whoever reaches it commands this shell; the protocol has no password.",
      ),
  },
  "Voice services of other programs and machines, by the Wyoming protocol: docs/wyoming.md.",
);

const voice = section(
  {
    wake_word: z
      .string()
      .default("")
      .describe("What the shell wakes on: computer, jarvis, others of the engine. Empty: computer."),
    wake_sensitivity: z
      .number()
      .min(0)
      .max(1)
      .default(0.7)
      .describe("0 to 1. More hears the wake word more often, also where nobody said it."),
    hang_ms: z
      .int()
      .min(100)
      .max(5_000)
      .default(600)
      .describe("Silence that ends what you say. A whole command ends sooner, one that wants more words later."),
    follow_up_s: z
      .number()
      .min(0)
      .max(60)
      .default(6)
      .describe("How long after a reply words are taken without the wake word. 0: never."),
    barge_in: z
      .boolean()
      .default(true)
      .describe("Clear words over the reply end it. false: only the wake word, or the key, does."),
    cues: z
      .boolean()
      .default(true)
      .describe("A short tone when it begins to listen, when it has heard, and when something is wrong."),
    duck_percent: z
      .int()
      .min(0)
      .max(100)
      .default(25)
      .describe("What is left of other programs' volume while you speak. 100: nothing is turned down."),
    light: z
      .string()
      .default("")
      .describe("A light that is on while it listens: a folder of /sys/class/leds. Empty: none."),
    stt: z
      .string()
      .default("")
      .describe("Speech to text: an engine of `saysh doctor`. Empty: the best one that is installed."),
    tts: z.string().default("").describe("Text to speech: likewise."),
    voice: z
      .string()
      .default("")
      .describe("As the engine names it: en-gb, or +f3 for a variant of every language. Empty: the engine's own."),
    words_per_minute: z.int().min(80).max(450).default(165).describe("How fast it speaks."),
    microphone: z.string().default("").describe("Empty: the system's."),
    speaker: z.string().default("").describe("Empty: the system's."),
    speak: z.boolean().default(true).describe("Speak replies to what was spoken."),
    mute_alerts: z.boolean().default(false).describe("Show alerts without a sound."),
    wyoming,
  },
  "Voice.",
);

const media = section(
  {
    stations: names.default({}).describe('Radio stations: "name" = "address of the stream".'),
    folders: z.array(z.string()).default([]).describe("Where else music and videos lie."),
  },
  "Music and radio.",
);

const home = section(
  {
    url: z
      .string()
      .default("")
      .describe("The Home Assistant of this home, such as http://homeassistant.local:8123. Empty: none."),
    token_file: z.string().default("").describe("A file that holds its access token, readable by you alone."),
  },
  "Lights, switches and sensors.",
);

const online = section(
  {
    weather: z.boolean().default(false).describe("Ask the weather service. It learns the place."),
    news: z.array(z.string()).default([]).describe("Feeds to read the news from (RSS or Atom addresses)."),
    place: z.string().default("").describe('Where "the weather" is meant when no place is said.'),
  },
  "What may be fetched from the network. Nothing is, unless it stands here.",
);

const kiosk = section(
  {
    host: z.string().default("127.0.0.1").describe("Other addresses open the page to the network."),
    port: z.int().min(0).max(65_535).default(7298).describe("0: any free one."),
  },
  "The page.",
);

const agents = section(
  {
    peers: names.default({}).describe('Other devices: "name" = "address".'),
    announce: z.boolean().default(false).describe("Let other devices of this network find this one."),
  },
  "Other devices and programs.",
);

const memory = section(
  { keep_days: z.int().min(1).max(36_500).default(365).describe("Turns older than this are dropped from the ledger.") },
  "What is remembered.",
);

export const configSchema = z.strictObject({
  lang: z
    .enum(["auto", "en", "fr", "zh"])
    .default("auto")
    .describe("auto: detected per utterance. A language that you ask for goes first."),
  units: z.enum(["metric", "imperial"]).default("metric").describe("For temperatures and distances."),
  time_zone: z
    .string()
    .default("")
    .refine(isTimeZone, "not an IANA time zone such as Europe/Paris")
    .describe("IANA name such as Europe/Paris. Empty: the system's."),
  folders: names.default({}).describe('More folders by the names you use: work = "~/Documents/work".'),
  session,
  understand,
  cloud,
  models,
  voice,
  media,
  home,
  online,
  kiosk,
  agents,
  memory,
  policy: z.record(z.string(), z.unknown()).default({}).describe("What asks first, and what is never done."),
});

/** Every key with its value; the policy section is read by src/shell/policy/policy.ts, which knows the catalogue. */
export type Config = z.infer<typeof configSchema>;

function isTimeZone(name: string): boolean {
  if (name === "") return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
