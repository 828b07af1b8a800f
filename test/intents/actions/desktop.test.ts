import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDesktopDriver } from "../../../devices/drivers/desktop/create.ts";
import { commandOf, readApp } from "../../../devices/drivers/desktop/desktop-entry.ts";
import { readAddress } from "../../../src/intents/actions/desktop/web-address.ts";
import { desktopActions } from "../../../src/intents/actions/desktop.ts";
import { actionsContract } from "../../contract/actions.ts";
import { temporaryFolder } from "../../support/programs.ts";
import { driverPowers } from "./driver-powers.ts";
import { said } from "./memory-powers.ts";

actionsContract("desktop", desktopActions, ["app_open", "app_close", "web_open"]);

const ENTRY = `[Desktop Entry]
Type=Application
Name=Text Editor
Name[fr]=Éditeur de texte
Name[zh_CN]=文本编辑器
GenericName=Editor
GenericName[fr]=Éditeur
Keywords=notes;write\\sdown;
Exec=env LANG=C "/opt/my editor/edit" --name %c %U --100%% %i
Icon=editor
Actions=new;

[Desktop Action new]
Name=New Window
Exec=other
`;

describe("desktop entries", () => {
  test("names in all languages, kinds, only the main group", () => {
    const app = readApp("edit.desktop", "/x/edit.desktop", ENTRY)!;
    expect(app.name).toBe("Text Editor");
    expect(app.names).toEqual(["Text Editor", "Éditeur de texte", "文本编辑器", "edit"]);
    expect(app.kinds).toEqual(["Editor", "Éditeur", "notes", "write down"]);
  });

  test("field codes are expanded or dropped, quotes resolved", () => {
    const app = readApp("edit.desktop", "/x/edit.desktop", ENTRY)!;
    expect(commandOf(app)).toEqual([
      "env",
      "LANG=C",
      "/opt/my editor/edit",
      "--name",
      "Text Editor",
      "--100%",
      "--icon",
      "editor",
    ]);
    expect(commandOf({ ...app, exec: 'a "b \\"c\\" \\$d" --open=%f' })).toEqual(["a", 'b "c" $d', "--open="]);
    expect(commandOf({ ...app, exec: 'broken "quote' })).toEqual([]);
  });

  test.each(["NoDisplay=true", "Hidden=true", "OnlyShowIn=KDE;", "NotShowIn=GNOME;"])("left out: %s", (line) => {
    expect(readApp("x", "x", ENTRY.replace("Icon=editor", line), ["GNOME"])).toBeUndefined();
  });
});

describe("opening and closing", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let bin: string;
  let env: Record<string, string>;
  let actions: ReturnType<typeof driverPowers>;
  const write = (path: string, text: string) => {
    writeFileSync(path, text);
    chmodSync(path, 0o755);
  };
  beforeEach(() => {
    folder = temporaryFolder();
    bin = join(folder.path, "bin");
    const apps = join(folder.path, "share/applications");
    for (const path of [bin, apps]) mkdirSync(path, { recursive: true });
    env = { PATH: `${bin}:/bin:/usr/bin`, DISPLAY: ":99", HOME: folder.path };
    env.XDG_DATA_DIRS = join(folder.path, "share");
    env.XDG_DATA_HOME = join(folder.path, "own");
    write(join(bin, "saysh-clock"), `#!/bin/sh\nexec sleep 30\n`);
    for (const starter of ["gtk-launch", "xdg-open"])
      write(join(bin, starter), `#!/bin/sh\necho "$1" >> ${folder.path}/${starter}.log\n`);
    const entry = (name: string, more: string) =>
      `[Desktop Entry]\nType=Application\nName=${name}\nExec=${bin}/saysh-clock %U\n${more}`;
    writeFileSync(join(apps, "clock.desktop"), entry("Wall Clock", "Name[fr]=Horloge\nGenericName=Timepiece\n"));
    writeFileSync(join(apps, "hidden.desktop"), entry("Secret", "NoDisplay=true\n"));
    actions = driverPowers(desktopActions, {
      drivers: { desktop: () => createDesktopDriver({ env, home: folder.path }) },
    });
  });
  afterEach(() => folder[Symbol.dispose]());
  const log = (starter: string) =>
    readFileSync(join(folder.path, `${starter}.log`), "utf8")
      .trim()
      .split("\n");

  test.each(["wall clock", "horloge", "timepiece", "the clock"])("%s", async (name) => {
    const result = await actions.run("app_open", { name });
    expect(said(result)).toBe("Opening Wall Clock.");
    expect(log("gtk-launch")).toEqual(["clock.desktop"]);
  });

  test("hidden programs and unknown ones are not found", async () => {
    for (const name of ["secret", "photoshop"])
      expect(await actions.run("app_open", { name })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
  });

  test("closing asks the program to end; undo starts it again", async () => {
    write(join(bin, "saysh-clock"), `#!/bin/bash\nwhile :; do read -t 1 < <(:); sleep 0.1; done\n`);
    const child = spawn(join(bin, "saysh-clock"), { stdio: "ignore" });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    await new Promise((resolve) => child.once("spawn", resolve));
    const closed = await actions.run("app_close", { name: "clock" });
    expect(said(closed)).toBe("Closing Wall Clock.");
    expect(await ended).toBe("SIGTERM");
    await actions.undo("app_close", closed);
    expect(log("gtk-launch")).toEqual(["clock.desktop"]);
    expect(await actions.run("app_close", { name: "clock" })).toMatchObject({ say: "Wall Clock is not running." });
  });

  test("an address goes to the browser, and nothing else does", async () => {
    expect(said(await actions.run("web_open", { address: "example.org" }))).toBe("Opening example.org.");
    expect(log("xdg-open")).toEqual(["https://example.org/"]);
    for (const address of ["file:///etc/passwd", "javascript:alert(1)", "some words"])
      expect(await actions.run("web_open", { address })).toMatchObject({ code: "ARGUMENT_INVALID" });
    expect(log("xdg-open")).toHaveLength(1);
  });

  test("without a screen it says so", async () => {
    delete env.DISPLAY;
    expect(await actions.run("app_open", { name: "clock" })).toMatchObject({ kind: "unavailable" });
    expect(existsSync(join(folder.path, "gtk-launch.log"))).toBe(false);
  });
});

test.each([
  ["wikipedia", "https://www.wikipedia.org/"],
  ["example dot org", "https://example.org/"],
  ["bbc.com/news", "https://bbc.com/news"],
  ["http://192.168.1.1:8080/x", "http://192.168.1.1:8080/x"],
  ["homeassistant.local:8123", "http://homeassistant.local:8123/"],
  ["localhost:3000", "http://localhost:3000/"],
  ["百度", "https://www.baidu.com/"],
  ["banana", undefined],
  ["mailto:a@b.org", undefined],
])("the address of %s", (words, url) => expect(readAddress(words)).toBe(url));
