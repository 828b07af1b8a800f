import { turnSetup } from "./setup.ts";

export const alertsRegion = turnSetup.createStateConfig({
  description: "Timers, alarms and reminders that are due. Turns go on while something rings.",
  initial: "quiet",
  states: {
    quiet: {
      description: "Nothing rings.",
      on: {
        "alert.due": {
          target: "ringing",
          actions: [{ type: "ring", params: ({ event }) => event }, "announceRinging"],
        },
      },
    },
    ringing: {
      description: "At least one alert rings, until it is stopped or snoozed, or nobody came.",
      on: {
        "alert.due": {
          target: "ringing",
          reenter: true,
          actions: [{ type: "ring", params: ({ event }) => event }, "announceRinging"],
        },
        "alert.stop": [
          {
            guard: { type: "leavesOthersRinging", params: ({ event }) => event.id },
            actions: [{ type: "silence", params: ({ event }) => event.id }, "announceRinging"],
          },
          {
            target: "quiet",
            actions: [
              { type: "silence", params: ({ event }) => event.id },
              { type: "announceQuiet", params: "stopped" },
            ],
          },
        ],
        "alert.snooze": [
          {
            guard: { type: "leavesOthersRinging", params: ({ event }) => event.id },
            actions: [{ type: "silence", params: ({ event }) => event.id }, "announceRinging"],
          },
          {
            target: "quiet",
            actions: [
              { type: "silence", params: ({ event }) => event.id },
              { type: "announceQuiet", params: "snoozed" },
            ],
          },
        ],
      },
      after: {
        ringLimit: {
          target: "quiet",
          actions: [
            { type: "silence", params: undefined },
            { type: "announceQuiet", params: "missed" },
          ],
        },
      },
    },
  },
});
