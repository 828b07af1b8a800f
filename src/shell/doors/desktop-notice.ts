import { clean } from "./print.ts";

const LIMIT_MS = 5_000;

/**
 * Shows a line on the desktop through `notify-send` (libnotify), for alerts that come due while nobody looks at a terminal. Where that
 * program or a desktop is missing, nothing happens: the tone and the terminals tell as well.
 */
export async function showNotice(text: string): Promise<void> {
  // the body of a notice is read as markup, its summary is not
  const { execa } = await import("execa");
  await execa("notify-send", ["--app-name=saysh", "--urgency=critical", "--icon=alarm-symbolic", "--", clean(text)], {
    reject: false,
    stdio: "ignore",
    timeout: LIMIT_MS,
  });
}
