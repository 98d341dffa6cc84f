import { z } from "zod";
import { orderStates } from "../channels/remote.ts";
import { pageSchema } from "../paging.ts";
import { wholeNumber } from "../whole-number.ts";
import { cancellers } from "./policy.ts";

export const orderSorts = ["-placed", "placed", "-total", "total"] as const;

const idText = z.string().max(60, "fieldInvalid");

export const orderFilterSchema = z.object({
  /** Words of the order's or parcel's number, the buyer's name, a product's title or its SKU. */
  search: z.string().trim().max(100, "tooLong").optional(),
  channelId: idText.optional(),
  state: z.enum(orderStates, "fieldInvalid").optional(),
  late: z.enum(["0", "1"], "fieldInvalid").optional(),
  cancelledBy: z.enum(cancellers, "fieldInvalid").optional(),
  /** UTC milliseconds, from inclusive to exclusive. */
  from: wholeNumber().optional(),
  to: wholeNumber().optional(),
});
export const ordersInputSchema = orderFilterSchema.extend({
  sort: z.enum(orderSorts, "fieldInvalid").default("-placed"),
  ...pageSchema.shape,
});
export type OrderFilter = z.output<typeof orderFilterSchema>;
