/** Programs with windows, and addresses in the browser. */
export interface DesktopDriver {
  readonly backend: string;
  /** The programs of the menu, hidden ones left out. */
  apps(): Promise<readonly App[]>;
  /** Starts it; it outlives the shell. @throws ShellError BACKEND_MISSING without a screen */
  open(app: App): Promise<void>;
  /** Asks its processes to end (SIGTERM), so that it can save. @returns how many there were; 0 when it does not run */
  close(app: App): Promise<number>;
  /** An http or https address, in the browser. */
  openAddress(url: string): Promise<void>;
}

/** A desktop entry: https://specifications.freedesktop.org/desktop-entry-spec/1.5/. */
export interface App {
  /** Its desktop file id, such as `org.mozilla.firefox.desktop`. */
  readonly id: string;
  readonly file: string;
  readonly name: string;
  /** All that it may be called: names and keywords in every language. */
  readonly names: readonly string[];
  /** What kind of program it is ("Web Browser"), in every language. */
  readonly kinds: readonly string[];
  readonly exec: string;
  readonly icon?: string;
  readonly path?: string;
  readonly needsTerminal: boolean;
}
