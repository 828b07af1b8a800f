const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
/** Most turns are over before it shows. */
const AFTER_MS = 300;
const EVERY_MS = 80;

/** Shows that something goes on, only when it takes long; leaves no trace. */
export function startSpinner(stream: NodeJS.WritableStream): { stop(): void } {
  let frame = 0;
  let shown = false;
  let every: NodeJS.Timeout | undefined;
  const after = setTimeout(() => {
    every = setInterval(() => {
      shown = true;
      stream.write(`\r${FRAMES[frame++ % FRAMES.length]}`);
    }, EVERY_MS);
  }, AFTER_MS);
  return {
    stop() {
      clearTimeout(after);
      clearInterval(every);
      if (shown) stream.write("\r\u001b[2K");
    },
  };
}
