/** What a reader of the API learns of agents. */
export const docsAgents = {
  listAgents: { title: "List agents", text: "Each with its schedule, its last look, and how many of its proposals wait for somebody." },
  readAgent: {
    title: "Read an agent",
    text: "How it is set up, its limits and what it may do by itself, and how it is at this moment: tokens left, circuit and queue. `health` is `null` when it does not answer.",
  },
  changeAgent: {
    title: "Change an agent",
    text: "Pause it or switch it on, its rhythm, limits and settings, and for each tool whether it asks first (`ask`) or not (`auto`, up to `actionsPerDay`). What is left out stays.",
  },
  runAgent: {
    title: "Have an agent look",
    text: "Now, before anything its clock began. With `mode` `dry` it changes nothing but its own log.",
  },
  listRuns: { title: "List looks of agents", text: "Newest first, of one agent or of all." },
  readRun: {
    title: "Read an agent’s log",
    text: "One look: what it heard, each conclusion with the rule, its edition and the figures behind it, and what it said.",
  },
  listMemory: {
    title: "Read what agents remember",
    text: "The latest versions of each thing they keep for each other, and which look wrote it.",
  },
  listProposals: { title: "List proposals", text: "What agents want to happen or wanted, newest first, by agent or state." },
  readMarket: {
    title: "Read how the market is watched",
    text: "Each stage of the line with what waits before it and how long, how much it did and what went wrong; the sources; and what was unusual lately.",
  },
  approveProposal: {
    title: "Approve a proposal",
    text: "The agent does it right after. What belongs to one group is approved together; all of it is in `decided`.",
  },
  rejectProposal: { title: "Turn a proposal down", text: "Nothing happens. A later look that still finds it right proposes it again." },
  undoProposal: {
    title: "Take back what was done",
    text: "As far as that is still possible: whether it was shows in the proposal’s state, and otherwise in `failure`.",
  },
} as const;
