/** What a reader of the API learns of tasks that other agents give. */
export const docsDelegations = {
  listDelegations: {
    title: "List delegated tasks",
    text: "What agents of others asked over A2A and how far it is, what changed last first. An agent itself asks at `/a2a`, and sees only its own.",
  },
  readDelegation: {
    title: "Read a delegated task",
    text: "All that was said and handed over, and which hosts are told of it. `reason` is a code: why it ended without an answer, or what it waits for.",
  },
  cancelDelegation: { title: "Stop a delegated task", text: "Ends the work on it within a second, and tells whoever follows it." },
} as const;
