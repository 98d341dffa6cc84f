/** In the order in which each makes the next one worth doing. */
const steps = [
  { step: "channel", to: "/channels" },
  { step: "products", to: "/listings?link=suggested" },
  { step: "costs", to: "/catalog/costs" },
  { step: "question", to: "/chat" },
  { step: "team", to: "/settings/team?invite=1" },
  { step: "warehouse", to: "/warehouse" },
  { step: "site", to: "/sites" },
] as const satisfies readonly { step: string; to: string }[];

export type FirstStep = { step: (typeof steps)[number]["step"]; to: string; isDone: boolean };

export type WhatIsThere = {
  channels: number;
  linkedListings: number;
  /** Those for which somebody has to say whether it is the same thing. */
  suggestedListings: number;
  costedVariants: number;
  conversations: number;
  members: number;
  waitingInvitations: number;
  stockedSkus: number;
  sites: number;
};

/** Ticked off by what is there, never by a press: whoever did a step another way has done it. */
export function firstSteps(there: WhatIsThere): FirstStep[] {
  const isDone: Record<FirstStep["step"], boolean> = {
    channel: there.channels > 0,
    products: there.linkedListings > 0 && there.suggestedListings === 0,
    costs: there.costedVariants > 0,
    question: there.conversations > 0,
    team: there.members > 1 || there.waitingInvitations > 0,
    warehouse: there.stockedSkus > 0,
    site: there.sites > 0,
  };
  return steps.map(({ step, to }) => ({ step, to, isDone: isDone[step] }));
}
