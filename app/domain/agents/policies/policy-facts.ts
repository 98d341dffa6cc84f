import type { Facts, Field } from "../../conditions.ts";
import type { ToolCall } from "../tool-inputs.ts";

export type Judged = { call: ToolCall; facts: Facts; effect: Facts };

/** What a policy may ask of a proposal: what would be done, what it rests on, and what is expected of it. */
export function factsForPolicy({ call, facts, effect }: Judged): Facts {
  return { ...under("input", call.input), ...under("facts", facts), ...under("effect", effect) };
}

/** Lists count: how many orders, not which. */
function under(part: string, values: Readonly<Record<string, unknown>>): Record<string, number | string> {
  const found: Record<string, number | string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "number" || (typeof value === "string" && value !== "")) found[`${part}.${name}`] = value;
    else if (Array.isArray(value)) found[`${part}.${name}`] = value.length;
  }
  return found;
}

/** What proposals of a tool have said so far, as fields to ask about, in the order of their names. */
export function fieldsFrom(judged: readonly Judged[]): Field[] {
  const kinds = new Map<string, Field["kind"]>();
  for (const one of judged) {
    for (const [name, value] of Object.entries(factsForPolicy(one))) {
      const kind = typeof value === "number" ? "number" : "text";
      // Asked about as a number only where it always was one.
      kinds.set(name, kinds.get(name) === "text" ? "text" : kind);
    }
  }
  return [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => ({ name, kind }));
}
