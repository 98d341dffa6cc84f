import { z } from "zod";
import { type Batch, eventTypes, type SeenProduct, type WebEvent } from "#app/sdk/wire.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { pageSchema } from "../paging.ts";
import { cleanText } from "../text/clean-text.ts";

export const mostEvents = 100;
export const mostBytes = 64_000;

/** Longer is cut, not refused: a page's title is not ours to shorten, and an event without its tail is still true. */
function text(longest: number) {
  return z.string().transform((value) => cleanText(value, longest));
}
const count = z.int().min(0).max(1_000_000_000);
const money = z.int().min(0).max(100_000_000_000);
const currency = z.string().regex(/^[A-Z]{3}$/);
const moment = z.number().min(0).max(9_000_000_000_000);

const productSchema = z.object({
  sku: text(80).exactOptional(),
  gtin: text(20).exactOptional(),
  name: text(200).exactOptional(),
  url: text(500).exactOptional(),
  category: text(120).exactOptional(),
  priceCents: money.exactOptional(),
  currency: currency.exactOptional(),
  quantity: count.exactOptional(),
  inStock: z.boolean().exactOptional(),
}) satisfies z.ZodType<SeenProduct>;

/** Names are taken as they are or not at all: changed, two could become one. */
const propName = z.string().regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{0,40}$/u);
const propsSchema = z.record(propName, z.union([text(200), z.number(), z.boolean()])).refine((props) => Object.keys(props).length <= 20);

export const eventSchema = z.object({
  id: z.string().regex(/^[\w-]{1,40}$/),
  type: z.enum(eventTypes),
  at: moment,
  path: text(500),
  title: text(200).exactOptional(),
  target: z
    .object({
      text: text(120).exactOptional(),
      role: text(40).exactOptional(),
      selector: text(200).exactOptional(),
      href: text(500).exactOptional(),
    })
    .exactOptional(),
  name: text(80).exactOptional(),
  query: text(200).exactOptional(),
  results: count.exactOptional(),
  visibleMs: z.number().min(0).max(86_400_000).exactOptional(),
  depthPercent: z.number().min(0).max(100).exactOptional(),
  products: z.array(productSchema).max(50).exactOptional(),
  orderRef: text(80).exactOptional(),
  totalCents: money.exactOptional(),
  currency: currency.exactOptional(),
  step: z.int().min(0).max(50).exactOptional(),
  props: propsSchema.exactOptional(),
  userRef: text(120).exactOptional(),
}) satisfies z.ZodType<WebEvent>;

/** All but the events, each of which is judged by itself. */
export const envelopeSchema = z.object({
  v: z.literal(1),
  site: z.string().max(80),
  sentAt: moment,
  consent: z.enum(["unknown", "granted", "denied", "withdrawn"]),
  visitor: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable(),
  sdk: z.object({ name: z.enum(["web", "react-native", "electron"]), version: text(20) }),
  asksPrivacy: z.boolean(),
  page: z.object({
    language: text(35),
    timeZone: text(60),
    screen: z.object({ width: z.number().min(0).max(100_000), height: z.number().min(0).max(100_000) }),
    referrer: text(500),
    campaign: z
      .object({ source: text(80).exactOptional(), medium: text(80).exactOptional(), name: text(120).exactOptional() })
      .exactOptional(),
  }),
  events: z.array(z.unknown()).min(1),
}) satisfies z.ZodType<Omit<Batch, "events"> & { events: unknown[] }>;
export type Envelope = z.output<typeof envelopeSchema>;

const siteId = z.string("required").min(1, "required").max(60, "fieldInvalid");
export const listRejectedSchema = pageSchema.extend({ siteId });
export const resolveRejectedSchema = byIdSchema.extend({ siteId, resolution: z.enum(["redrive", "dismiss"], "fieldInvalid") });
