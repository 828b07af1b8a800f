import { agentsActions } from "./actions/agents.ts";
import { alarmActions } from "./actions/alarm.ts";
import { calendarActions } from "./actions/calendar.ts";
import { cameraActions } from "./actions/camera.ts";
import type { Action } from "./actions/define-action.ts";
import { desktopActions } from "./actions/desktop.ts";
import { dialogueActions } from "./actions/dialogue.ts";
import { displayActions } from "./actions/display.ts";
import { filesActions } from "./actions/files.ts";
import { homeActions } from "./actions/home.ts";
import { knowledgeActions } from "./actions/knowledge.ts";
import { listActions } from "./actions/list.ts";
import { mediaActions } from "./actions/media.ts";
import { memoryActions } from "./actions/memory.ts";
import { networkActions } from "./actions/network.ts";
import { noteActions } from "./actions/note.ts";
import { peopleActions } from "./actions/people.ts";
import { reminderActions } from "./actions/reminder.ts";
import { shellActions } from "./actions/shell.ts";
import { soundActions } from "./actions/sound.ts";
import { systemActions } from "./actions/system.ts";
import { timeActions } from "./actions/time.ts";
import { timerActions } from "./actions/timer.ts";

const DOMAINS: readonly (readonly Action[])[] = [
  timeActions,
  timerActions,
  alarmActions,
  reminderActions,
  calendarActions,
  listActions,
  noteActions,
  mediaActions,
  soundActions,
  displayActions,
  networkActions,
  systemActions,
  filesActions,
  desktopActions,
  homeActions,
  cameraActions,
  knowledgeActions,
  peopleActions,
  shellActions,
  memoryActions,
  dialogueActions,
  agentsActions,
];

/** Every built-in action by its name, domain by domain. */
export const catalogue: ReadonlyMap<string, Action> = byName(DOMAINS.flat());

function byName(actions: readonly Action[]): ReadonlyMap<string, Action> {
  const map = new Map<string, Action>();
  for (const action of actions) {
    if (map.has(action.name)) throw new Error(`two actions are named ${action.name}`);
    map.set(action.name, action);
  }
  return map;
}
