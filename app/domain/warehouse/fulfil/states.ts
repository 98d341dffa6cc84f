/**
 * promised: the marketplace sold it, the house has not begun. waiting: there was not enough when it was released, and it
 * keeps its rank. unknown: its listing is linked to no product. released: exact goods are set aside for it.
 */
export const demandStates = ["promised", "waiting", "unknown", "released", "picked", "packed", "shipped", "cancelled"] as const;
export type DemandState = (typeof demandStates)[number];

/** Counted off what is available although no goods are set aside for it yet. */
export const softStates = ["promised", "waiting"] as const satisfies readonly DemandState[];

export const fulfilmentStates = ["releasing", "picking", "picked", "packed", "shipped", "cancelled"] as const;

export const fulfilmentProblems = ["short", "cancelled-by-buyer", "no-staging"] as const;
export type FulfilmentProblem = (typeof fulfilmentProblems)[number];
