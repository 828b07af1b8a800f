import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { missing } from "../../support/programs.ts";
import { openScreen, type Screen } from "../../support/tmux.ts";
import { CLI, daemonOfTest, homeOfTest, NODE, noModel, type OwnHome, PATIENCE_MS } from "./own-home.ts";

describe.skipIf(missing("tmux"))("the interactive shell", { timeout: 2 * PATIENCE_MS }, () => {
  it("talks, helps, completes, remembers lines, asks back, tells alerts, and leaves", async () => {
    const home = homeOfTest();
    await daemonOfTest(home);
    const screen = shellOn(home);
    await screen.shows(/› *$/m);

    screen.type("?");
    screen.press("Enter");
    await screen.shows("Say it in your own words");

    screen.type("blargh florp wibble");
    screen.press("Enter");
    await screen.shows(/blargh florp wibble\n.+\n› *$/m);
    screen.type("blargh f");
    screen.press("Tab");
    await screen.shows(/wibble\n.+\n› blargh florp wibble *$/m);
    screen.press("C-c");
    await screen.shows(/wibble\n.+\n› *$/m);
    screen.press("Up");
    await screen.shows(/wibble\n.+\n› blargh florp wibble *$/m);
    screen.press("C-u");

    screen.type("set a timer");
    screen.press("Enter");
    await screen.shows("For how long?");
    screen.type("ten minutes");
    screen.press("Enter");
    await screen.shows("10 minutes");

    screen.type("set a tea timer for 1 second");
    screen.press("Enter");
    await screen.shows("♪ The tea timer is done.");
    screen.type("stop the alarm");
    screen.press("Enter");
    await screen.shows(/stop the alarm\n.+\n› *$/m);

    screen.type("my password is hunter2");
    screen.press("Enter");
    await screen.shows(/hunter2\n.+\n› *$/m);
    screen.press("C-d");
    await screen.shows("left with 0");
    const lines = readFileSync(join(home.path, "state/saysh/history"), "utf8");
    expect(lines.split("\n")).toEqual([
      "blargh florp wibble",
      "set a timer",
      "ten minutes",
      "set a tea timer for 1 second",
      "stop the alarm",
      "",
    ]);
  });

  it.skipIf(noModel)("goes on by itself when the daemon is gone", async () => {
    const home = homeOfTest();
    const daemon = await daemonOfTest(home);
    const screen = shellOn(home);
    await screen.shows(/› *$/m);
    await daemon.end("SIGKILL");
    await screen.shows("this shell goes on by itself");
    screen.type("what time is it");
    screen.press("Enter");
    await screen.shows(/It's \d+:\d\d/);
    screen.type("exit");
    screen.press("Enter");
    await screen.shows("left with 0");
  });

  it("stops what is under way on Ctrl-C, and stays", async () => {
    const home = homeOfTest();
    await daemonOfTest(home);
    const screen = shellOn(home);
    await screen.shows(/› *$/m);
    screen.type("think");
    screen.press("Enter");
    await screen.shows(/› think\n\S/); // the sign that something goes on
    screen.press("C-c");
    await screen.shows(/› think\n.+\n› *$/m);
    screen.press("C-c");
    await screen.shows("to leave\n› ");
  });
});

function shellOn(home: OwnHome): Screen {
  const command = `"${NODE}" "${CLI}"; echo "left with $?"; exec sleep 600`;
  const screen = openScreen(home.path, command, home.env, PATIENCE_MS);
  onTestFinished(() => screen[Symbol.dispose]());
  return screen;
}
