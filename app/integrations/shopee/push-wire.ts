import { z } from "zod";
import { id, unixMs } from "./wire-fields.ts";

const pushData = z.looseObject({
  ordersn: z.string().nullish(),
  order_sn: z.string().nullish(),
  status: z.string().nullish(),
  item_id: id.nullish(),
  shop_id: id.nullish(),
  shop_expire_soon: z.array(id).nullish(),
});
/** Sent when an address is set up; its signature is known not to match. */
export const pingSchema = z.object({ code: z.literal(0) });

/** Some pushes are said to name their shop inside `data` only. */
export const pushSchema = z.object({
  code: z.number().int(),
  timestamp: unixMs,
  shop_id: id.nullish(),
  data: z.unknown().transform((value) => pushData.safeParse(value).data ?? {}),
});

/** `data` is JSON in a string. Uncertain: whether it holds the whole push or only its data. */
export const lostPushSchema = z.object({
  response: z.object({
    push_message_list: z
      .array(
        z.object({ shop_id: id.nullish(), code: z.number().int().nullish(), timestamp: z.number().int().nonnegative(), data: z.string() }),
      )
      .nullish()
      .transform((list) => list ?? []),
    has_next_page: z
      .boolean()
      .nullish()
      .transform((more) => more ?? false),
    last_message_id: id.nullish(),
  }),
});

export type WirePush = z.output<typeof pushSchema>;
