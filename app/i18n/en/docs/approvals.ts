/** What a reader of the API learns of asking, and of what assistants may do. */
export const docsApprovals = {
  listApprovals: {
    title: "List approvals",
    text: "What assistants would do and what came of it, newest first: yours, and those you may let happen.",
  },
  readApproval: {
    title: "Read an approval",
    text: "What exactly would be done, how long a yes is waited for, and what came of it. `failure` is a code.",
  },
  approveApproval: {
    title: "Approve",
    text: "Does it, once, and answers with the result. Needs the scope the approval names. Where what it shows is not what would happen any more, nothing is done and it ends as `failed`. A key does not approve what it asked for itself.",
  },
  refuseApproval: { title: "Refuse", text: "Nothing is done, and whoever asked is told." },
} as const;
