/** What each rule of CopyMaster is called, says of what it saw, and expects of what it proposes. */
export const copyMasterRules = {
  "copy-master_rewrite-title": {
    title: "Another title",
    says: "{{listing}} scores {{score}} of 100, with {{units30d}} sold in 30 days. A title of what is known of the goods would score more.",
    effect: "The score rises from {{score}} to {{scoreAfter}}.",
  },
  "copy-master_rewrite-description": {
    title: "Another description",
    says: "{{listing}} scores {{score}} of 100, with {{units30d}} sold in 30 days. A description that says what is known and what buyers ask would score more.",
    effect: "The score rises from {{score}} to {{scoreAfter}}.",
  },
  "copy-master_details-first": {
    title: "Details first",
    says: "{{listing}} lacks details that the marketplace wants ({{missing}}). They come before any other title.",
  },
  "copy-master_title-locked": {
    title: "The title is locked",
    says: "The title of {{listing}} could be better, and its marketplace locks it after the first sale.",
  },
  "copy-master_nothing-better": {
    title: "Nothing better without inventing",
    says: "For {{listing}} no other words are known that would be worth a change.",
  },
  "copy-master_left-out": {
    title: "A model's words were left out",
    says: "What a model wrote for {{listing}} was not let through: {{reason}} ({{detail}}).",
  },
  "copy-master_suspicious": {
    title: "Suspicious text",
    says: "Around {{listing}} stand {{suspicious}} texts that read like orders to a machine. They changed nothing.",
  },
  "copy-master_unseen": { title: "Left for the next look", says: "{{listings}} more listings are worth a look." },
} as const;
