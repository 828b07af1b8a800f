import { FRAME_SAMPLES, SAMPLE_RATE } from "../contracts.ts";

/** The WebRTC voice activity detector, compiled to WebAssembly: does this frame sound like a voice? 0.2 ms of CPU per second of sound. */
export interface Fvad extends Disposable {
  /** @param samples FRAME_SAMPLES of them */
  isVoice(samples: Int16Array): boolean;
  reset(): void;
}

/** 0 hears a voice in almost anything, 3 only where it is plain. It never ends in loud noise at any of them, hence the level gate. */
export type FvadMode = 0 | 1 | 2 | 3;

export async function openFvad(mode: FvadMode): Promise<Fvad> {
  // @ts-expect-error the package brings no types
  const { default: load } = (await import("@echogarden/fvad-wasm")) as { default: () => Promise<Module> };
  const module = await load();
  const pointer = module._malloc(FRAME_SAMPLES * Int16Array.BYTES_PER_ELEMENT);
  const detector = module._fvad_new();
  // A reset forgets rate and mode too.
  const reset = (): void => {
    module._fvad_reset(detector);
    module._fvad_set_sample_rate(detector, SAMPLE_RATE);
    module._fvad_set_mode(detector, mode);
  };
  reset();
  return {
    isVoice(samples) {
      module.HEAP16.set(samples, pointer / Int16Array.BYTES_PER_ELEMENT);
      return module._fvad_process(detector, pointer, FRAME_SAMPLES) === 1;
    },
    reset,
    [Symbol.dispose]() {
      module._fvad_free(detector);
      module._free(pointer);
    },
  };
}

interface Module {
  readonly HEAP16: Int16Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _fvad_new(): number;
  _fvad_free(detector: number): void;
  _fvad_reset(detector: number): void;
  _fvad_set_sample_rate(detector: number, rate: number): number;
  _fvad_set_mode(detector: number, mode: number): number;
  /** 1 voice, 0 none, -1 for a frame of a wrong length. */
  _fvad_process(detector: number, pointer: number, samples: number): number;
}
