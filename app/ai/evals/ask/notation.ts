import type { AskedQuery } from "#app/domain/metrics/answer.ts";
import type { When } from "#app/domain/metrics/schemas.ts";

function writeWhen({ from, to, rolling }: When): string {
  if (rolling === null) return `${from}..${to}`;
  const count = rolling.kind === "this" ? "" : `${rolling.count}:`;
  return `${rolling.kind}:${count}${rolling.unit}${rolling.includesCurrent ? "+" : ""}`;
}

/** A typed query in one line, so that sets of questions can be read and compared. */
export function writeQuery(query: AskedQuery): string {
  if (query.type === "find") return `find "${query.text}"`;
  if (query.type === "search") return `search "${query.text}"${query.when === null ? "" : ` when=${writeWhen(query.when)}`}`;
  const { type, metric, by, where, grain, when, compare, having, order, limit } = query;
  const filters = where.map(({ dimension, values, isNot }) => `${isNot ? "not" : "only"}=${dimension}:${values.toSorted().join("+")}`).toSorted();
  return [
    ...(type === "why" ? ["why"] : []),
    metric,
    ...(by.length === 0 ? [] : [`by=${by.join(",")}`]),
    ...(grain === null ? [] : [`grain=${grain}`]),
    ...(when === null ? [] : [`when=${writeWhen(when)}`]),
    ...filters,
    ...(compare === "none" ? [] : [`cmp=${compare}`]),
    ...(having?.atLeast === undefined ? [] : [`min=${having.atLeast}`]),
    ...(having?.atMost === undefined ? [] : [`max=${having.atMost}`]),
    ...(order === null ? [] : [`order=${order.by}-${order.isDescending ? "desc" : "asc"}`]),
    ...(limit === 100 ? [] : [`limit=${limit}`]),
  ].join(" ");
}
