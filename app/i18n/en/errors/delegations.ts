export const delegationErrors = {
  delegationNotFound: "This task does not exist.",
  delegationHookNotFound: "No address of this name follows the task.",
  delegationOver: "This task is over and cannot be changed any more.",
  delegationBusy: "This task is being worked on. Wait for its answer before you go on.",
  tooManyHooks: "As many addresses follow this task as can. Remove one first.",
  messageReused: "A message of this name said something else before.",
  contextMismatch: "The task belongs to another talk.",
} as const;
