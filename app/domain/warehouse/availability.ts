/** What zones have of a SKU, and what is owed of it. `owed` is all that has not left yet, `soft` the part without goods set aside. */
export type Standing = { onHand: number; onHold: number; damaged: number; reserved: number; owed: number; soft: number };

/**
 * The one answer to "how many can be sold". Zones tell their totals a moment later than orders are written down: what
 * either side knows to be taken is taken, so that in between nothing looks free that is not.
 */
export function availableOf({ onHand, onHold, damaged, reserved, owed, soft }: Standing): number {
  return Math.max(0, onHand - onHold - damaged - Math.max(owed, soft + reserved));
}
