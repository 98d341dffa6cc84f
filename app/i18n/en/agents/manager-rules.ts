/** What each rule of this agent is called, says of what it saw, and expects of what it proposes. */
export const managerRules = {
  trigger_asks: {
    title: "A trigger asks for it",
    says: "The trigger “{{trigger}}” fired, and this is what it proposes.",
  },
  manager_understaffed: {
    title: "Too few people for what waits",
    says: "In {{zone}}, {{picks}} picks wait for {{people}} people: {{hoursOfWork}} hours of work at {{linesPerPersonHour}} lines an hour each. {{peopleNeeded}} people would need {{mostHours}} hours.",
    effect: "{{peopleNeeded}} people are asked for.",
  },
  manager_staffed: {
    title: "Enough people",
    says: "In {{zone}}, {{picks}} picks are {{hoursOfWork}} hours of work for the {{people}} people there; up to {{mostHours}} hours are fine.",
  },
  "manager_pace-learning": {
    title: "The pace is still being learnt",
    says: "{{picks}} picks wait. People picked here in {{hours}} hours of the last day; {{hoursNeeded}} are needed to know the pace.",
  },
  "manager_reprioritise-promise": {
    title: "Bring forward what has to leave soon",
    says: "{{goods}} from {{bin}} in {{zone}}: its order has to leave in {{minutes}} min. Priority {{priority}} instead of {{priorityBefore}}.",
    effect: "Priority {{priority}} instead of {{priorityBefore}}.",
  },
  "manager_reprioritise-late": {
    title: "Bring forward what is late",
    says: "{{goods}} from {{bin}} in {{zone}}: its order had to leave {{minutes}} min ago. Priority {{priority}} instead of {{priorityBefore}}.",
    effect: "Priority {{priority}} instead of {{priorityBefore}}.",
  },
  "manager_reprioritise-age": {
    title: "Bring forward what waits for long",
    says: "The task for {{goods}} in {{zone}} has waited for {{minutes}} min. Priority {{priority}} instead of {{priorityBefore}}.",
    effect: "Priority {{priority}} instead of {{priorityBefore}}.",
  },
  "manager_count-oversold": {
    title: "Count goods that are oversold",
    says: "More of {{sku}} is on sale ({{unitsShown}}) than can be sold ({{unitsAvailable}}). Count {{bin}} in {{zone}}, where most of it lies.",
    effect: "{{bin}} is counted.",
  },
  "manager_count-corrected": {
    title: "Count a bin that was corrected again and again",
    says: "{{bin}} in {{zone}} was corrected {{corrections}} times within a day ({{examples}}). A count says what really lies there.",
    effect: "{{bin}} is counted.",
  },
  "manager_count-contradicts": {
    title: "Count a bin whose books contradict themselves",
    says: "Open picks want {{unitsAsked}} × {{sku}} from {{bin}} in {{zone}}, where the books know of {{unitsThere}}.",
    effect: "{{bin}} is counted.",
  },
  "manager_stock-corrected": {
    title: "Sync was told of corrections",
    says: "The books of {{skus}} SKUs in {{zone}} were corrected since the last look: {{examples}}. Channels may show what is no longer there.",
  },
  "manager_ask-replenishment": {
    title: "The optimizer was asked for refills",
    says: "In {{zone}}, picks leave nothing on the shelves of {{skus}} SKUs while the reserve has some: {{examples}}.",
  },
  "manager_ask-wave": {
    title: "The optimizer was asked for a wave",
    says: "In {{warehouse}}, {{waiting}} orders could be picked, the oldest waits for {{oldestWaitsMinutes}} min. {{people}} people have {{picks}} picks left.",
  },
  "manager_moves-heard": {
    title: "A better order of shelves waits",
    says: "For {{zone}}, {{moves}} moves wait for a decision. They would save {{metresPerDay}} m of walking a day.",
  },
  manager_unseen: {
    title: "Zones not looked at",
    says: "{{zones}} zones did not answer or could not be looked at this time: {{examples}}.",
  },
} as const;
