/** What each rule of this agent is called, says of what it saw, and expects of what it proposes. */
export const syncRules = {
  "sync_nothing-differs": {
    title: "The channel shows what is there",
    says: "Every listing of {{channel}} shows as many as can be sold.",
  },
  "sync_drift-passing": {
    title: "Being told",
    says: "{{listings}} listings of {{channel}} are just being told a new number. This passes by itself: {{examples}}.",
  },
  "sync_drift-unreachable": {
    title: "The marketplace could not be reached",
    says: "{{listings}} listings of {{channel}} could not be told, the oldest for {{oldestMinutes}} min. It is tried again: {{examples}}.",
  },
  "sync_drift-unlinked": {
    title: "Listings nobody counts for",
    says: "{{listings}} listings of {{channel}} are linked to no product, or to one no warehouse has had. Link them, or receive the goods: {{examples}}.",
  },
  "sync_drift-refused": {
    title: "The marketplace does not take the number",
    says: "{{channel}} does not take the number for {{listings}} listings. Open them to read its reason, and change the listing: {{examples}}.",
  },
  "sync_drift-stopped": {
    title: "The channel is not told",
    says: "{{listings}} listings of {{channel}} differ because the channel is paused, ended, or does not follow the warehouses: {{examples}}.",
  },
  "sync_drift-grew": {
    title: "More differs than before",
    says: "{{listings}} listings of {{channel}} differ; at the last look there were {{before}}.",
  },
  "sync_drift-shrank": {
    title: "Less differs than before",
    says: "{{listings}} listings of {{channel}} differ; at the last look there were {{before}}.",
  },
  "sync_tell-again": {
    title: "Tell the channel again",
    says: "{{listings}} listings of {{channel}} have not taken the right number, the oldest for {{oldestMinutes}} min. Telling again may help: {{examples}}.",
    effect: "{{listings}} listings are told again.",
  },
  "sync_oversell-risk": {
    title: "More on sale than there is",
    says: "{{channel}} shows {{unitsShown}} × {{sku}}, and {{unitsAvailable}} can be sold: {{unitsOver}} too many.",
    effect: "People are told of {{unitsOver}} units too many on sale.",
  },
  "sync_corrected-heard": {
    title: "Corrected goods were looked at",
    says: "The books of {{skus}} SKUs were corrected. Over all channels, {{listings}} listings differ now.",
  },
  sync_unseen: {
    title: "Channels not fully looked at",
    says: "{{channels}} channels could not be looked at to the end this time: {{examples}}.",
  },
} as const;
