/** What a reader of the API learns of triggers and policies. */
export const docsTriggers = {
  editProposal: {
    title: "Change a proposal",
    text: "Before it is approved, within what its tool takes; only fields that do not say what it is about. Who changed what stays in `edit`.",
  },
  listPolicies: {
    title: "List policies",
    text: "In the order in which they are asked; the first that lets a proposal through is named in it.",
  },
  createPolicy: { title: "Make a policy", text: "It is off until it was tried and switched on. At least one condition." },
  listPolicyFields: { title: "List what a policy can ask", text: "Fields of the tool’s input, and what its proposals have said so far." },
  changePolicy: { title: "Change a policy", text: "Other conditions switch it off until it was tried again." },
  removePolicy: { title: "Remove a policy", text: "A person is asked again. What it let through still names it." },
  testPolicy: { title: "Try a policy", text: "On past proposals: which it would have let through, and how many of those people rejected." },
  switchPolicy: { title: "Switch a policy on or off", text: "On only after it was tried as it is." },
  listTriggers: { title: "List triggers", text: "Newest first, with how often each fired and failed in seven days." },
  createTrigger: {
    title: "Make a trigger",
    text: "It is off until it was tried and switched on. `secret` signs its webhooks and is answered this once; `null` without one. Amounts of money are in cents.",
  },
  readTrigger: { title: "Read a trigger", text: "And when its clock comes by next." },
  changeTrigger: {
    title: "Change a trigger",
    text: "All of it. Anything but its name and limit switches it off until it was tried again.",
  },
  removeTrigger: { title: "Remove a trigger", text: "With everything it remembers. What it led to stays." },
  testTrigger: {
    title: "Try a trigger",
    text: "On what is known of the last 30 days: for which events it would have fired, and why not for the others. Nothing is done.",
  },
  switchTrigger: { title: "Switch a trigger on or off", text: "On only after it was tried as it is. Events from then on count." },
  renewTriggerSecret: { title: "Renew a trigger’s secret", text: "The old one no longer signs. Answered this once." },
  listFirings: {
    title: "List what a trigger did",
    text: "Newest first: the event, what matched, what came of each action, every call of its webhook, and why it was stopped where it was.",
  },
} as const;

export const fieldsTriggers = {
  event: "What it waits for",
  schedule: "Only for `schedule`: days and a time of the workspace’s zone, or every so many minutes",
  conditions: "Which are to be so, all or any of them",
  repeats: "So many of the same within so many hours; `null` for each time",
  actions: "What is done: tell people, have an agent look, propose, call an address",
  mostPerHour: "How often it may fire within an hour, 1 to 1000",
  mostPerDay: "How many it lets through in 24 hours, 1 to 1000",
  isOn: "`false` switches it off",
  tool: "What is to be done",
  input: "The tool’s fields that change",
} as const;
