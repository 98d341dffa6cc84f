/** Money for models is counted in whole millionths of a US dollar: what providers charge in, small enough for one short call. */
export const microUsdPerUsd = 1_000_000;

export function usdToMicroUsd(usd: number): number {
  return Math.round(usd * microUsdPerUsd);
}

/** What so many tokens cost at a price per million of them. Rounded up: a budget never counts less than was charged. */
export function tokensCostMicroUsd(tokens: number, microUsdPerMillion: number): number {
  return Math.ceil((tokens * microUsdPerMillion) / 1_000_000);
}
