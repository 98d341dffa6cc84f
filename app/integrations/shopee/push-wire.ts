import { z } from "zod";
import { id, unixMs } from "./wire-fields.ts";

/** Each push has data of its own kind: what is not as expected counts as not told, and spoils nothing else. */
const word = z.string().nullish().catch(null);
const ref = id.nullish().catch(null);
const pushData = z.object({
  ordersn: word,
  order_sn: word,
  status: word,
  item_id: ref,
  shop_id: ref,
  shop_expire_soon: z.array(id).nullish().catch(null),
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

/** `data` is JSON in a string. Uncertain: whether it holds the whole push or only its data, and whether messages have ids. */
const lostPush = z.object({
  msg_id: id.nullish(),
  shop_id: id.nullish(),
  code: z.number().int().nullish(),
  timestamp: z.number().int().nonnegative(),
  data: z.string(),
});
export const lostPushSchema = z.object({
  response: z.object({
    push_message_list: z
      .array(lostPush)
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
export type WireLostPush = z.output<typeof lostPush>;
