import type { Availability, Frame, WakeEngine, WakeWord } from "../contracts.ts";

/** What a push reports as its keyword. */
export const PUSH = "push";

/** Wakes on a message, a key or a button: `trigger()` from anywhere, reported with the next frame. */
export interface PushWake extends WakeWord {
  trigger(): void;
}

export const pushWake: WakeEngine & { open(): Promise<PushWake> } = {
  name: "push",
  async available(): Promise<Availability> {
    return { ok: true, detail: "wakes on a key, a button or a message" };
  },
  async open() {
    return createPushWake();
  },
};

export function createPushWake(): PushWake {
  let pushed = false;
  return {
    feed(_frame: Frame) {
      const was = pushed;
      pushed = false;
      return was ? PUSH : undefined;
    },
    trigger() {
      pushed = true;
    },
    reset() {
      pushed = false;
    },
    async [Symbol.asyncDispose]() {
      pushed = false;
    },
  };
}
