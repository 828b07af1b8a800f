import { defineDomain } from "./define-action.ts";
import { commandRun } from "./shell/command-run.ts";
import { commandSuggest } from "./shell/command-suggest.ts";

export const shellActions = defineDomain("shell", [commandSuggest, commandRun]);
