type Values = Readonly<Record<string, unknown>> | null;

/** One field of a change. `before` or `after` is undefined when that side does not know the field. */
export type DiffRow = { field: string; change: "added" | "removed" | "changed" | "same"; before: unknown; after: unknown };

/** A change, field by field in the order they were written: what changed first, what stayed after it. */
export function diffRows(before: Values, after: Values): DiffRow[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const rows = fields.map((field) => toRow(field, before ?? {}, after ?? {}));
  return [...rows.filter((row) => row.change !== "same"), ...rows.filter((row) => row.change === "same")];
}

function toRow(field: string, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): DiffRow {
  const values = { field, before: before[field], after: after[field] };
  if (!Object.hasOwn(before, field)) return { ...values, change: "added" };
  if (!Object.hasOwn(after, field)) return { ...values, change: "removed" };
  return { ...values, change: isSame(values.before, values.after) ? "same" : "changed" };
}

/** Values come from JSON; two objects are the same when their fields are, in whatever order. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [aFields, bFields] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return aFields.length === bFields.size && aFields.every(([key, value]) => bFields.has(key) && isSame(value, bFields.get(key)));
}
