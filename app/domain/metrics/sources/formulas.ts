import type { MetricId } from "../kinds.ts";
import { lineFormulas } from "./lines.ts";
import { salesFormulas } from "./sales.ts";
import type { Formula } from "./source.ts";

/** How each number is made of rows. */
export const formulas: Partial<Record<MetricId, Formula>> = { ...salesFormulas, ...lineFormulas };
