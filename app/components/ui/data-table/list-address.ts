/** The same list with other values in its address; undefined takes a value out. */
export function withParams(query: URLSearchParams, changes: Record<string, string | undefined>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return `?${next.toString()}`;
}

const beside = ["open", "cols", "density"];

/** Opening a row or choosing columns changes the address too, but not the list: nobody needs to wait for the server. */
export function isSameList(current: URL, next: URL): boolean {
  const listOf = (url: URL) => {
    const query = new URLSearchParams(url.search);
    for (const name of beside) query.delete(name);
    query.sort();
    return `${url.pathname}?${query.toString()}`;
  };
  return current.href !== next.href && listOf(current) === listOf(next);
}
