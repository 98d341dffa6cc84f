/** What a reader of the API learns of asking, and of what assistants may do. */
export const docsApprovals = {
  ask: {
    title: "Ask",
    text: "A question in English or Portuguese, answered with the query it was understood as, its rows and a sentence. `source` says whether rules or a model answered; every number stands in the rows. With `conversationId` it goes on from what was asked there before. An order is never carried out: what it would do comes as `approvals`. Not understood is 422 `not_understood`, with `suggestions`.",
  },
  listAskedApprovals: {
    title: "List approvals",
    text: "What assistants would do and what came of it, newest first: yours, and those you may let happen.",
  },
  readAskedApproval: {
    title: "Read an approval",
    text: "What exactly would be done, how long a yes is waited for, and what came of it. `failure` is a code.",
  },
  approveAsked: {
    title: "Approve",
    text: "Does it, once, and answers with the result. Needs the scope the approval names. Where what it shows is not what would happen any more, nothing is done and it ends as `failed`. A key does not approve what it asked for itself.",
  },
  refuseAsked: { title: "Refuse", text: "Nothing is done, and whoever asked is told." },
} as const;
