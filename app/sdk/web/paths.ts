const searchNames = ["q", "query", "search", "s", "busca", "term"];

/** An address without what may be anybody's secret: of its query only what the shop keeps, and no fragment. The server cuts it. */
export function pathOf(address: string, kept: readonly string[]): string {
  const { pathname, searchParams } = new URL(address);
  const query = new URLSearchParams([...searchParams].filter(([name]) => kept.includes(name))).toString();
  return (pathname + (query && `?${query}`)).replace(/[^/?&=]+(@|%40)[^/?&=]+/g, "•");
}

/** The words looked for, where the address shows them and the shop keeps them. */
export function searchOf(address: string, kept: readonly string[]): string | null | undefined {
  const { searchParams } = new URL(address);
  return searchNames
    .filter((name) => kept.includes(name))
    .map((name) => searchParams.get(name))
    .find(Boolean);
}
