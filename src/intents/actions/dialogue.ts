import { defineDomain } from "./define-action.ts";
import { help } from "./dialogue/help.ts";
import { smalltalk } from "./dialogue/smalltalk.ts";
import { cancel, explain, repeat, undo } from "./dialogue/turns.ts";

export const dialogueActions = defineDomain("dialogue", [undo, repeat, cancel, explain, help, smalltalk]);
