import type { SeededBug } from "./seeded-bugs.ts";

const room = "party/conversation";
const onRoom = { project: "worker", tests: `${room}/room.worker.test.ts` } as const;
const onState = { project: "node", tests: `${room}/state.test.ts` } as const;
const onWords = { project: "node", tests: "app/components/chat/read-rich-text.test.ts" } as const;

/** What loses words, lets strangers listen or leaves answers hanging. */
export const chatBugs: readonly SeededBug[] = [
  {
    name: "an answer whose instance died goes on for ever",
    path: `${room}/desk.server.ts`,
    find: 'if (turn.state === "running") this.#end(turn.id, "cut");',
    replace: 'if (turn.state === "broken") this.#end(turn.id, "cut");',
    ...onRoom,
  },
  {
    name: "the last words of an answer are never told",
    path: `${room}/answering.server.ts`,
    find: "  isOver = true;\n  flush();",
    replace: "  isOver = true;",
    ...onRoom,
  },
  {
    name: "what is said after the end of an answer is added to it",
    path: `${room}/answering.server.ts`,
    find: "if (isOver || signal.aborted) return;",
    replace: "if (signal.aborted) return;",
    ...onRoom,
  },
  {
    name: "an answer goes on although its asker is out",
    path: `${room}/desk.server.ts`,
    find: "if ((await currentAsker(services(), asker.actor)) === undefined) control",
    replace: "if ((await currentAsker(services(), asker.actor)) === null) control",
    ...onRoom,
  },
  {
    name: "a question knows what was said on other branches",
    path: `${room}/desk.server.ts`,
    find: "untilTurnId: parentId",
    replace: "untilTurnId: undefined",
    ...onRoom,
  },
  {
    name: "what was heard before is shown once more",
    path: `${room}/state.ts`,
    find: "message.events.slice(cursor.seq - message.fromSeq)",
    replace: "message.events.slice(0)",
    ...onState,
  },
  {
    name: "a hole in what was heard goes unseen",
    path: `${room}/state.ts`,
    find: " || message.fromSeq > cursor.seq)",
    replace: ")",
    ...onState,
  },
  {
    name: "a model's link leads out of the house",
    path: "app/components/chat/read-rich-text.ts",
    find: "!isInside(target)",
    replace: 'target === ""',
    ...onWords,
  },
];
