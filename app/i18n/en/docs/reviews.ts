/** What a reader of the API learns of complaints. */
export const docsReviews = {
  listReviewGaps: {
    title: "List pain points",
    text: "What many buyers complain about or ask, by product, what hurts most first: how many of how many reviews, how bad, how it develops, quotes word for word with the ids of their reviews, what mends it, and whether complaints fell afterwards.",
  },
  decideReviewGap: {
    title: "Decide on a pain point",
    text: "`fixing`, `fixed`, `dismissed`, or `open` again. From the first step on, reviews are counted against those from before.",
  },
  noteSupplierIssue: {
    title: "Note an issue for a supplier",
    text: "With the pain point it is about, which then counts as being mended. While one is open, the same is answered again.",
  },
  listSupplierIssues: { title: "List supplier issues", text: "What is to be settled with suppliers, newest first." },
  resolveSupplierIssue: { title: "Settle a supplier issue", text: "It stays in the list, as `resolved`." },
} as const;
