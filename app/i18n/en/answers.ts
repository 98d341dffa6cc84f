/** How an answer is shown: its chart and table, its query as chips, and how it was computed. */
export const answers = {
  table: { total: "Total", none: "None" },
  columns: { compared: "Before", change: "Change", currency: "Currency" },
  grains: { hour: "Hour", day: "Day", week: "Week of", month: "Month", quarter: "Quarter", year: "Year" },
} as const;
