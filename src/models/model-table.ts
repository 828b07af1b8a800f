/** `reflex`: the small mind that answers first. `local`: a larger one that is asked when the reflex model is not sure. */
export type ModelRole = "reflex" | "local";

/** A model that can be recommended. What is not known for certain is null and not guessed. */
export interface KnownModel {
  readonly name: string;
  readonly role: ModelRole;
  /** As its maker rounds it. */
  readonly parameters: number;
  /** Of `file`; rounded where its page rounds it. */
  readonly fileBytes: number | null;
  /** Measured with a context of 4,096 tokens; null: not measured. */
  readonly residentBytes: number | null;
  readonly licence: string;
  /** Of those the shell knows; as the model's card names them. */
  readonly languages: readonly ("en" | "fr" | "zh")[];
  /** The page with card and files. */
  readonly url: string;
  readonly file: string | null;
  /** Of `file`. */
  readonly sha256: string | null;
}

const ALL = ["en", "fr", "zh"] as const;

/**
 * The models that can be recommended beside our own reflex model, whose facts are read from its file, as it comes with the shell. Small before large.
 * are those of the named pages in November 2026. To add one: its card must name the languages and the licence, and the GGUF must come from the
 * maker or from the runtime's own organisation.
 */
export const MODEL_TABLE: readonly KnownModel[] = [
  {
    name: "SmolLM2-360M-Instruct",
    role: "local",
    parameters: 362_000_000,
    fileBytes: 386_000_000,
    residentBytes: null,
    licence: "Apache-2.0",
    languages: ["en"],
    url: "https://huggingface.co/HuggingFaceTB/SmolLM2-360M-Instruct-GGUF",
    file: "smollm2-360m-instruct-q8_0.gguf",
    sha256: null,
  },
  {
    name: "Qwen2.5-0.5B-Instruct",
    role: "local",
    parameters: 494_000_000,
    fileBytes: 491_000_000,
    residentBytes: null,
    licence: "Apache-2.0",
    languages: ALL,
    url: "https://huggingface.co/Qwen/Qwen2.5-0.5B-Instruct-GGUF",
    file: "qwen2.5-0.5b-instruct-q4_k_m.gguf",
    sha256: null,
  },
  {
    name: "Qwen3-0.6B",
    role: "local",
    parameters: 600_000_000,
    fileBytes: 639_446_688,
    residentBytes: null,
    licence: "Apache-2.0",
    languages: ALL,
    url: "https://huggingface.co/Qwen/Qwen3-0.6B-GGUF",
    file: "Qwen3-0.6B-Q8_0.gguf",
    sha256: "9465e63a22add5354d9bb4b99e90117043c7124007664907259bd16d043bb031",
  },
  {
    name: "gemma-3-1b-it",
    role: "local",
    parameters: 1_000_000_000,
    fileBytes: 806_000_000,
    residentBytes: null,
    licence: "Gemma Terms of Use",
    languages: ["en"],
    url: "https://huggingface.co/ggml-org/gemma-3-1b-it-GGUF",
    file: "gemma-3-1b-it-Q4_K_M.gguf",
    sha256: null,
  },
  {
    name: "MiniCPM5-1B",
    role: "local",
    parameters: 1_080_000_000,
    fileBytes: null,
    residentBytes: null,
    licence: "Apache-2.0",
    languages: ["en", "zh"],
    url: "https://huggingface.co/openbmb/MiniCPM5-1B-GGUF",
    file: "MiniCPM5-1B-Q4_K_M.gguf",
    sha256: null,
  },
  {
    name: "Qwen3-1.7B",
    role: "local",
    parameters: 1_700_000_000,
    fileBytes: 1_834_426_016,
    residentBytes: null,
    licence: "Apache-2.0",
    languages: ALL,
    url: "https://huggingface.co/Qwen/Qwen3-1.7B-GGUF",
    file: "Qwen3-1.7B-Q8_0.gguf",
    sha256: "061b54daade076b5d3362dac252678d17da8c68f07560be70818cace6590cb1a",
  },
  {
    name: "Qwen3-4B",
    role: "local",
    parameters: 4_000_000_000,
    fileBytes: 2_497_280_256,
    residentBytes: null,
    licence: "Apache-2.0",
    languages: ALL,
    url: "https://huggingface.co/Qwen/Qwen3-4B-GGUF",
    file: "Qwen3-4B-Q4_K_M.gguf",
    sha256: "7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5",
  },
];
