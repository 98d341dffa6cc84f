import { catalogue } from "../catalogue.ts";
import type { MetricQuery } from "../schemas.ts";
import type { Today } from "./periods/kinds.ts";
import { rolling } from "./periods/make.ts";
import { type Assumption, type Planned, refuse } from "./plan.ts";

const whyDays = 7;

/** A change is told of a stretch against an earlier one; without one, of the last seven days. */
export function planWhy(query: MetricQuery, today: Today, assumptions: Assumption[]): Planned {
  if (catalogue[query.metric].kind === "snapshot") return refuse("not-understood", { metric: query.metric, because: "now-only" });
  const compare = query.compare === "year" ? "year" : "previous";
  const usual = rolling(today, "last", whyDays, "day");
  const when = query.when ?? ("when" in usual ? usual.when : null);
  return { ok: true, query: { type: "why", ...query, by: [], grain: null, order: null, having: null, when, compare }, chart: null, assumptions };
}
