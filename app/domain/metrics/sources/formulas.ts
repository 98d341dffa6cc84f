import type { MetricId } from "../kinds.ts";
import { lineFormulas } from "./lines.ts";
import { listingFormulas } from "./listings.ts";
import { modelFormulas } from "./models.ts";
import { salesFormulas } from "./sales.ts";
import { sentFormulas } from "./sent.ts";
import { shopperFormulas } from "./shoppers.ts";
import type { Formula } from "./source.ts";
import { warehouseFormulas } from "./warehouse.ts";

/** How each number is made of rows. */
export const formulas: Record<MetricId, Formula> = {
  ...salesFormulas,
  ...lineFormulas,
  ...sentFormulas,
  ...listingFormulas,
  ...warehouseFormulas,
  ...shopperFormulas,
  ...modelFormulas,
};
