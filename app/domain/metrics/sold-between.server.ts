import type { SQL } from "drizzle-orm";
import type { Moments } from "./cut-blocks.ts";
import { soldOffers, wholeSpan } from "./sources/sold.ts";

/** What was sold of each thing on offer in one stretch of time, with nothing told apart in it: rows to select from. */
export function soldBetween(workspaceId: string, { fromMs, toMs }: Moments): SQL {
  return soldOffers({ workspaceId, goods: [], spans: [wholeSpan(fromMs, toMs)] }, "goods");
}
