/** What each rule of this agent is called, says of what it saw, and expects of what it proposes. */
export const trendRules = {
  "trends_own-rising": {
    title: "More people look for what you sell",
    says: "{{term}} rose by {{changePercent}}% in {{region}} against the weeks before, {{sureness}}% sure ({{sources}}). It is close to your {{goods}}.",
    effect: "{{term}} is watched, so that stock, price and title can be looked at in time.",
  },
  trends_rising: {
    title: "A term rises that you do not serve",
    says: "{{term}} rose by {{changePercent}}% in {{region}} against the weeks before, {{sureness}}% sure ({{sources}}). None of your goods is close to it.",
    effect: "{{term}} is watched, as something that could be bought and sold.",
  },
  trends_new: {
    title: "A term nobody knew last week",
    says: "{{term}} appeared in {{region}} on {{firstSeen}} ({{sources}}), in: {{examples}}.",
    effect: "{{term}} is watched until there is enough to compare.",
  },
  "trends_own-falling": {
    title: "Fewer people look for what you sell",
    says: "{{term}} fell by {{changePercent}}% in {{region}} against the weeks before, {{sureness}}% sure ({{sources}}). It is close to your {{goods}}. Buy carefully.",
  },
  trends_quiet: {
    title: "Nothing moves",
    says: "{{terms}} terms of {{sources}} sources were judged together, and none moved by more than chance would.",
  },
  "trends_source-silent": {
    title: "Sources that did not answer",
    says: "{{sources}} sources did not answer or told what cannot be read: {{examples}}. The others were judged without them.",
  },
} as const;
