import type { FoundKind } from "../../patterns/kinds.ts";
import { openPage } from "../remedy.ts";
import { clamp, figures } from "./parts.ts";
import type { PatternRule } from "./rule.ts";

/** More of these is what a shop wants: whoever acts on them does so to keep them. */
const wanted: ReadonlySet<FoundKind> = new Set(["affinity", "rising", "busy-hours"]);

/** Somebody asked for it: as long as the pattern shows, it is something to do. */
export const shopperPattern: PatternRule = {
  id: "shopper-pattern",
  group: "shoppers",
  inputs: ["shopperPattern"],
  condition({ kind, sessions, outOf, beyond, isFound }) {
    if (!isFound) return undefined;
    return figures(["pattern", kind, "pattern"], ["visits", sessions], ["allVisits", outOf], ["beyond", beyond]);
  },
  measure: {
    metric: "visits-beyond",
    unit: "count",
    read: ({ beyond }) => beyond,
    goal: ({ kind, beyond }) => (wanted.has(kind) ? beyond : 0),
  },
  remedy: ({ page }) => openPage("patterns", page),
  priority: ({ beyond }) => clamp(35 + Math.min(40, beyond)),
};
