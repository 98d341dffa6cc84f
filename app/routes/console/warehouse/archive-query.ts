const names = ["fromDay", "toDay", "fromSeq", "toSeq", "about", "bin", "sku", "by"] as const;
export type ArchiveQuery = Partial<Record<(typeof names)[number], string>>;

/** The filter as the address has it; the verb parses what is in it. */
export function readArchiveQuery(query: URLSearchParams): ArchiveQuery {
  const filter: ArchiveQuery = {};
  for (const name of names) {
    const value = query.get(name)?.trim() ?? "";
    if (value !== "") filter[name] = value;
  }
  return filter;
}
