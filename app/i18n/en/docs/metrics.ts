/** What a reader of the API learns of numbers. */
export const docsMetrics = {
  listMetrics: {
    title: "List what can be counted",
    text: "The numbers your key may ask for: what each counts, its unit, what it can be split by and over, and the scope it asks for.",
  },
  queryMetrics: {
    title: "Ask for a number",
    text: "Name a `metric`, and as you like what to split it by, narrow it to, over which time in which grain, and what to compare it with. The answer holds the query as it was understood, and totals over all rows. Money is in minor units, one row a currency. Each number asks for the scope that `GET /metrics` names; that of sales is `selling:read`.",
  },
  explainChange: {
    title: "Explain a change",
    text: "The same query, answered with what each part gave of the difference: parts and their rest are the whole of it. Of rates it tells how much came from the rates themselves and how much from their weights.",
  },
} as const;

export const fieldsMetrics = {
  metric: "What is counted, as `GET /metrics` names it",
  where: "Narrows it to some values of a dimension, or with `isNot` to all others",
  grain: "`hour`, `day`, `week`, `month`, `quarter` or `year`",
  when: "From inclusive to exclusive, in days or hours of the workspace’s clock; with `rolling` a stretch that moves with today. Without it the last 30 days",
  compare: "`previous` or `year`, else `none`",
  having: "Keeps rows whose number is at least or at most this",
  order: "What rows are ordered by",
} as const;
