/** The same address on another page of one of its lists; null is the first. */
export function cursorHref(query: URLSearchParams, name: string, cursor: string | null): string {
  const next = new URLSearchParams(query);
  if (cursor === null) next.delete(name);
  else next.set(name, cursor);
  return `?${next.toString()}`;
}
