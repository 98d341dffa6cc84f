/** What a page that nobody knows may have changed is used as little as possible; what goes wrong stays here. */

/** Fields that may be unknown: what is undefined never leaves. */
export type Loose<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined };

/** Nothing that is done for us may end what the page does for itself. */
export function guarded<Args extends unknown[]>(run: (...args: Args) => unknown): (...args: Args) => void {
  return (...args) => {
    try {
      run(...args);
    } catch {
      // Whoever built the page has no use for our errors, and their visitors still less.
    }
  };
}

/** Libraries of old give arrays and texts a `toJSON` that wraps them in quotes twice: it is never asked for here. */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const parts = Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : `${JSON.stringify(name)}:${toJson(one)}`));
  return `{${parts.join()}}`;
}

/** Cut to what any field may hold; undefined for an empty text and for what is none. */
export function cutText(value: unknown, longest = 200): string | undefined {
  const isText = typeof value === "string" || typeof value === "number";
  return (isText && String(value).replace(/\s+/g, " ").trim().slice(0, longest)) || undefined;
}

/** The same for words of people: what looks like an address of mail or a long number is dotted out. */
export function cleanText(value: unknown): string | undefined {
  return cutText(value)?.replace(/[^\s@]+@[^\s@]+|\d[\d .-]{9,}\d/g, "•");
}

/** The same text is always in the same of a hundred parts. */
export function partOf(text: string): number {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
  return (hash >>> 0) % 100;
}
