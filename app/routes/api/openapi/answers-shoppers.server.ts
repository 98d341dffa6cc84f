import { z } from "zod";
import { eventTypes } from "#app/sdk/wire.ts";
import type { eraseShoppers } from "#app/domain/collect/erase-shoppers.server.ts";
import { letterStates, rejectReasons, withheldReasons } from "#app/domain/collect/kinds.ts";
import type { RejectedEvent } from "#app/domain/collect/list-rejected.server.ts";
import type { OpenSession } from "#app/domain/collect/ports.ts";
import type { readIngest } from "#app/domain/collect/read-ingest.server.ts";
import { type Interaction, type InteractionDetail, describers } from "#app/domain/interactions/interaction-row.ts";
import { interactionKinds, interactionSources, productRoles } from "#app/domain/interactions/interaction.ts";
import { devices } from "#app/domain/interactions/kinds.ts";
import type { listProductShoppers } from "#app/domain/interactions/list-product-shoppers.server.ts";
import type { readShopperSession, readVisitEvents } from "#app/domain/interactions/read-session.server.ts";
import { processingStates, sessionEnds, type ShopperSession } from "#app/domain/interactions/session-row.ts";
import { priceSightingKinds } from "#app/domain/market/kinds.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const count = z.number();
const stages = z.array(z.enum(["landing", "product", "cart", "checkout", "order"]));

const product = z.object({
  key: text,
  productId: text.nullable(),
  variantId: text.nullable(),
  name: text,
  priceCents: whole.nullable(),
  currency: text.nullable(),
  role: z.enum(productRoles),
  views: whole,
  visibleMs: count,
  firstAt: whole,
});

const interaction = z.object({
  id: text,
  source: z.enum(interactionSources),
  sourceId: text,
  subjectId: text,
  visitorKey: text.nullable(),
  kind: z.enum(interactionKinds),
  text,
  describedBy: z.enum(describers),
  aiCallId: text.nullable(),
  occurredAt: whole,
  durationMs: whole,
  channel: text,
  isBot: z.boolean(),
  products: z.array(product),
  tags: z.array(text),
});
const moment = z.object({
  at: whole,
  eventId: text,
  kind: text,
  data: z.record(text, z.union([text, count, z.boolean(), z.null()])),
});

const features = z.object({
  startedAt: whole,
  endedAt: whole,
  visibleMs: count,
  pages: whole,
  clicks: whole,
  rageClicks: whole,
  deadClicks: whole,
  deepestPercent: count,
  landingPath: text,
  exitPath: text,
  stages: stages.readonly(),
  checkoutSteps: z.array(text),
  searches: z.array(z.object({ query: text, results: whole.nullable(), isFollowed: z.boolean() })),
  products: z.array(product),
  hesitations: z.array(z.object({ reason: text, eventIds: z.array(text), strength: count })),
  orderRef: text.nullable(),
  orderCents: whole.nullable(),
  currency: text.nullable(),
  isReturning: z.boolean(),
  botFlags: z.array(text),
  device: z.enum(devices),
  browser: text,
  country: text.nullable(),
  referrerHost: text.nullable(),
  campaign: z.object({ source: text.nullable(), medium: text.nullable(), name: text.nullable() }),
});

const session = z.object({
  id: text,
  siteId: text,
  visitorKey: text,
  userRef: text.nullable(),
  startedAt: whole,
  endedAt: whole,
  events: whole,
  halfHourVisits: whole,
  followsId: text.nullable(),
  endedBy: z.enum(sessionEnds),
  isBot: z.boolean(),
  features,
  hasArchive: z.boolean(),
  processing: z.enum(processingStates),
});

const seen = z.object({
  sku: text.exactOptional(),
  gtin: text.exactOptional(),
  name: text.exactOptional(),
  url: text.exactOptional(),
  category: text.exactOptional(),
  priceCents: whole.exactOptional(),
  currency: text.exactOptional(),
  quantity: whole.exactOptional(),
  inStock: z.boolean().exactOptional(),
});
const target = z.object({
  text: text.exactOptional(),
  role: text.exactOptional(),
  selector: text.exactOptional(),
  href: text.exactOptional(),
});
const event = z.object({
  id: text,
  type: z.enum(eventTypes),
  at: whole,
  clientAt: count,
  receivedAt: whole,
  path: text,
  title: text.exactOptional(),
  target: target.exactOptional(),
  name: text.exactOptional(),
  query: text.exactOptional(),
  results: whole.exactOptional(),
  visibleMs: count.exactOptional(),
  depthPercent: count.exactOptional(),
  products: z.array(seen).exactOptional(),
  orderRef: text.exactOptional(),
  totalCents: whole.exactOptional(),
  currency: text.exactOptional(),
  step: whole.exactOptional(),
  props: z.record(text, z.union([text, count, z.boolean()])).exactOptional(),
  userRef: text.exactOptional(),
});

const counts = z.object({
  accepted: whole,
  duplicates: whole,
  bots: whole,
  removed: whole,
  redriven: whole,
  rejected: z.partialRecord(z.enum(rejectReasons), whole),
  withheld: z.partialRecord(z.enum(withheldReasons), whole),
});
const identity = z.object({ cameIn: whole, inEnded: whole, inOpen: whole, refused: whole, removed: whole, missing: whole });

const place = { id: text, at: whole };
const entry = z.union([
  z.object({ kind: z.literal("interaction"), ...place, text, source: text, what: text }),
  z.object({ kind: z.literal("order"), ...place, quantity: whole, cents: whole, currency: text, isCancelled: z.boolean() }),
  z.object({ kind: z.literal("review"), ...place, rating: whole, text }),
  z.object({ kind: z.literal("change"), ...place, what: text, before: whole, after: whole }),
  z.object({ kind: z.literal("stock"), ...place, what: text, delta: z.int(), zone: text }),
  z.object({
    kind: z.literal("price"),
    ...place,
    what: z.enum(priceSightingKinds),
    state: text,
    seller: text,
    currency: text,
    cents: whole.nullable(),
    before: whole.nullable(),
    ours: whole.nullable(),
    listingId: text.nullable(),
  }),
  z.object({
    kind: z.literal("trend"),
    ...place,
    what: text,
    term: text,
    region: text,
    changePercent: z.int().nullable(),
    sureness: whole,
    trendId: text.nullable(),
    state: text.nullable(),
  }),
]);

export const shoppersAnswers = {
  Interaction: exactly<Interaction>()(interaction),
  InteractionDetail: exactly<InteractionDetail>()(interaction.extend({ moments: z.array(moment) })),
  ShopperSession: exactly<ShopperSession>()(session),
  ShopperSessionDetail: exactly<Answer<typeof readShopperSession>>()(
    session.extend({ interactionId: text.nullable(), text: text.nullable() }),
  ),
  ShopperEvents: exactly<Answer<typeof readVisitEvents>>()(z.object({ data: z.array(event), isOpen: z.boolean(), total: whole })),
  OpenVisit: exactly<OpenSession>()(
    z.object({
      id: text,
      siteId: text,
      visitorKey: text,
      startedAt: whole,
      lastAt: whole,
      events: whole,
      path: text,
      device: text,
      country: text.nullable(),
      isBot: z.boolean(),
      toldAt: whole,
    }),
  ),
  ProductShoppers: exactly<Answer<typeof listProductShoppers>>()(
    z.object({
      product: z.object({ id: text, title: text, stock: whole }),
      data: z.array(entry),
      nextCursor: text.nullable(),
      unheardZones: z.array(text),
    }),
  ),
  IngestHealth: exactly<Answer<typeof readIngest>>()(
    z.object({
      sites: z.array(
        z.object({
          siteId: text,
          name: text,
          isEnabled: z.boolean(),
          identity,
          unfinished: whole,
          since: whole.nullable(),
          total: counts,
          today: counts,
          openSessions: whole,
          openEvents: whole,
          letters: whole,
          lettersWaiting: whole,
          lastAt: whole.nullable(),
          lagP50Ms: count.nullable(),
          lagP95Ms: count.nullable(),
        }),
      ),
      missing: whole,
    }),
  ),
  RejectedEvent: exactly<RejectedEvent>()(
    z.object({
      id: text,
      eventId: text,
      siteId: text,
      visitorKey: text,
      reason: z.enum(rejectReasons),
      receivedAt: whole,
      body: text,
      state: z.enum(letterStates),
      resolvedAt: whole.nullable(),
    }),
  ),
  ErasedShoppers: exactly<Answer<typeof eraseShoppers>>()(
    z.object({
      isDry: z.boolean(),
      sessions: whole,
      interactions: whole,
      archives: whole,
      events: whole,
      openVisits: whole,
      refusedEvents: whole,
      hasMore: z.boolean(),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
