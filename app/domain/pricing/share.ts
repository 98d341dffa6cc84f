/** Rates are basis points: 1200 is 12 %. Money is whole cents, so nothing here may leave the integers. */
export const wholeBp = 10_000;

/** A share of an amount, half a cent rounded away from zero, as marketplaces bill it. */
export function shareOf(cents: number, bp: number): number {
  const exact = cents * bp;
  return Math.sign(exact) * Math.floor((Math.abs(exact) + wholeBp / 2) / wholeBp);
}

/** What share `part` is of `whole`, in basis points; undefined of nothing. */
export function bpOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part * wholeBp) / whole);
}
