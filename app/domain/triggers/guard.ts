/** So many triggers may lead to each other; beyond that something goes round in a circle that nobody meant. */
export const deepestChain = 3;

export const stopReasons = ["itself", "depth", "rate"] as const;
export type StopReason = (typeof stopReasons)[number];

type Firing = { triggerId: string; chain: readonly string[]; firedLastHour: number; mostPerHour: number };

/** Why a trigger must not act although it fired, if it must not. `chain` is what led to the event. */
export function stopReasonFor({ triggerId, chain, firedLastHour, mostPerHour }: Firing): StopReason | undefined {
  if (chain.includes(triggerId)) return "itself";
  if (chain.length >= deepestChain) return "depth";
  return firedLastHour >= mostPerHour ? "rate" : undefined;
}
