/** What is of the moment: a place in the list, and what lies open beside it. */
const passing = ["cursor", "open", "intent", "ids"];

/** Two addresses that show the same list read the same. */
export function tidyQuery(query: string): string {
  const params = new URLSearchParams(query);
  for (const name of passing) params.delete(name);
  for (const [name, value] of params) if (value === "") params.delete(name);
  params.sort();
  return params.toString();
}
