/** What a reader of the API learns of patterns. */
export const docsPatterns = {
  listPatterns: {
    title: "List patterns",
    text: "What repeats in what shoppers do, the strongest first: the facts its sentence is made of, in how many of how many sessions, how sure after all that was tried, how strong, and the change against the period before. Without `state` all but those put aside. `observed` is no pattern but what happened in the period, told however few came: it was not tried against chance, its confidence is 0, `effectPerMille` is its share and `facts` hold where that may as well lie.",
  },
  readPattern: { title: "Read a pattern", text: "With interactions it shows in, as far as they are still kept." },
  decidePattern: { title: "Decide on a pattern", text: "`pinned` keeps it in view, `dismissed` puts it aside, `open` takes either back." },
  pinPattern: { title: "Pin a pattern", text: "It stays, also when a later count no longer finds it." },
  dismissPattern: {
    title: "Put a pattern aside",
    text: "With the reason. It stays put aside however often it is found again in its period.",
  },
  restorePattern: { title: "Take up a pattern again", text: "It stands in the list as if nobody had decided." },
  advisePattern: {
    title: "Make a pattern advice",
    text: "It stands among the recommendations until it is decided on, is settled when the pattern no longer shows, and is measured once applied. Asked for twice, it is there once.",
  },
  readPatternPeriod: {
    title: "Read what a period was counted as",
    text: "How far sessions came, where they left checkout, at which hours of the week they began, and when it was counted. Without `startDay` the last that was counted.",
  },
} as const;

export const fieldsPatterns = {
  nature: "`found`: what is claimed of the period; `observed`: what is only described of it. Without, both",
  period: "`day`, `week`, `month`, `year` or `all`",
  startDay: "Its first day, like `2026-11-23`, in the time zone of the workspace",
} as const;
