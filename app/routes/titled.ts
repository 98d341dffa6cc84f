const after = " · Entrepot";

/** What a tab of the browser is called that shows this. */
export const titled = (name: string): string => `${name}${after}`;

/** What a page calls itself in what its loader answered, or nothing. */
export function nameInTitle(loaderData: unknown): string | undefined {
  if (typeof loaderData !== "object" || loaderData === null || !("title" in loaderData)) return undefined;
  const { title } = loaderData;
  return typeof title === "string" && title.endsWith(after) ? title.slice(0, -after.length) : undefined;
}
