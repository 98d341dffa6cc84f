import type { WebEvent } from "#app/sdk/wire.ts";
import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { Visit } from "#app/domain/collect/ports.ts";
import { describeSession } from "#app/domain/interactions/describe-session.ts";
import type { SessionFeatures } from "#app/domain/interactions/interaction.ts";
import { kindOf, sessionFeatures, tagsOf } from "#app/domain/interactions/session-features.ts";
import { searchedText } from "#app/domain/interactions/searched-text.ts";
import { momentsOf } from "#app/domain/interactions/session-moments.ts";
import { embedText, rulesModel } from "#app/domain/meaning/embed-text.ts";
import { textRow } from "#app/domain/meaning/text-row.ts";
import { pagesSeen } from "#app/domain/interactions/statistics/count-visit.ts";
import { statisticsWrites } from "#app/domain/interactions/statistics/statistics-writes.ts";
import { searchTexts } from "#db/schema/search.ts";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { insert, type Write } from "#db/writes.ts";
import type { SeededRandom } from "./random.ts";

const dayMs = 24 * 3_600_000;
const visits = 64;
/** Of both demo workspaces. */
const timeZone = "America/Sao_Paulo";

type Good = { sku: string; name: string; priceCents: number; url: string };
const compact: Good = { sku: "CHA-12-127", name: "Chaleira elétrica 1,2 L", priceCents: 12_990, url: "/p/chaleira-compacta" };
const steel: Good = { sku: "CHA-18-127", name: "Chaleira elétrica 1,8 L inox", priceCents: 18_990, url: "/p/chaleira-inox" };
const goods: readonly [Good, ...Good[]] = [
  steel,
  compact,
  { sku: "GAR-1L", name: "Garrafa térmica 1 L", priceCents: 8_990, url: "/p/garrafa-termica" },
  { sku: "LIQ-600", name: "Liquidificador portátil 600 ml", priceCents: 15_490, url: "/p/liquidificador" },
  { sku: "PAN-24", name: "Panela antiaderente 24 cm", priceCents: 9_990, url: "/p/panela-24" },
];
const searches = [
  { query: "chaleira", results: 2 },
  { query: "garrafa térmica", results: 1 },
  { query: "cafeteira italiana", results: 0 },
] as const;

type Told = Omit<WebEvent, "id" | "at">;
type Step = { afterMs: number; event: Told };
type Plan = (random: SeededRandom) => Step[];

const currency = "BRL";
const shown = ({ sku, name, priceCents, url }: Good) => ({ sku, name, priceCents, url, currency, inStock: true });
const step = (afterMs: number, event: Told): Step => ({ afterMs, event });

function look(good: Good, ms: number): Step[] {
  return [
    step(4_000, { type: "page", path: good.url, title: good.name }),
    step(300, { type: "product", path: good.url, products: [shown(good)] }),
    step(ms, { type: "leave", path: good.url, visibleMs: ms, depthPercent: 70 }),
  ];
}

const take = (good: Good): Step => step(6_000, { type: "cart-add", path: good.url, products: [shown(good)] });
const arrive: Step[] = [
  step(0, { type: "page", path: "/", title: "Casa Brasil" }),
  step(9_000, { type: "leave", path: "/", visibleMs: 9_000, depthPercent: 40 }),
];

/** What people do in such a shop, the frequent ones more often. */
const plans: readonly [Plan, ...Plan[]] = [
  () => arrive,
  (random) => [...arrive, ...look(random.pick(goods), 20_000 + random.int(90_000))],
  (random) => [
    ...arrive,
    ...look(steel, 60_000 + random.int(60_000)),
    ...look(compact, 50_000),
    ...look(steel, 20_000),
    take(compact),
    ...checkout(["entrega"], compact),
  ],
  (random) => [...arrive, ...search(searches[random.int(3)] ?? searches[2])],
  (random) => [...arrive, ...look(random.pick(goods), 45_000), take(compact)],
  (random) => {
    const good = random.pick(goods);
    return [...arrive, ...look(good, 60_000), take(good), ...checkout(["dados", "entrega", "pagamento"], good), order(good)];
  },
  (random) => {
    const good = random.pick(goods);
    return [...arrive, ...search(searches[0]), ...look(good, 30_000), take(good), ...checkout(["dados", "entrega", "pagamento"], good)];
  },
];

function search({ query, results }: (typeof searches)[number]): Step[] {
  const path = `/busca?q=${encodeURIComponent(query)}`;
  return [
    step(5_000, { type: "search", path, query, results }),
    step(12_000, { type: "leave", path, visibleMs: 12_000, depthPercent: 30 }),
  ];
}

function checkout(names: readonly string[], good: Good): Step[] {
  return names.map((name, index) =>
    step(20_000, {
      type: "checkout",
      path: "/checkout",
      name,
      step: index + 1,
      products: [shown(good)],
      props: name === "entrega" ? { shippingCents: 2_490 } : {},
    }),
  );
}

function order(good: Good): Step {
  return step(25_000, {
    type: "order",
    path: "/obrigado",
    orderRef: `W-${good.sku}`,
    totalCents: good.priceCents + 2_490,
    currency,
    products: [shown(good)],
  });
}

function visitOf(random: SeededRandom): Visit {
  const referrer = random.pick(["www.google.com", "", "", "www.instagram.com"] as const);
  const device = random.pick(["phone", "phone", "desktop", "tablet"] as const);
  const campaign =
    random.int(4) === 0 ? { source: "instagram", medium: "social", name: "inverno" } : { source: null, medium: null, name: null };
  return {
    device,
    browser: device === "desktop" ? "Chrome" : random.pick(["Chrome", "Safari", "Instagram"] as const),
    country: random.pick(["BR", "BR", "BR", "PT"] as const),
    language: "pt-BR",
    timeZone,
    referrerHost: referrer === "" ? null : referrer,
    campaign,
    agentFlags: random.int(14) === 0 ? ["agent"] : [],
    isKnownAgain: random.int(3) > 0,
  };
}

/** Visits of the last forty days, by the same rules that make real ones: the same on every machine. */
export function shopperHistory(random: SeededRandom, siteId: string, nowMs: number): Write[] {
  return Array.from({ length: visits }, (_, index) => oneVisit(random, siteId, { index, nowMs })).flat();
}

type Place = { index: number; nowMs: number };

function oneVisit(random: SeededRandom, siteId: string, { index, nowMs }: Place): Write[] {
  const name = `0000seed${String(visits - index).padStart(4, "0")}`;
  const startedAt = nowMs - 2 * 3_600_000 - Math.floor((index * 40 * dayMs) / visits) - random.int(8 * 3_600_000);
  const events = eventsOf(random, name, startedAt);
  const visit = visitOf(random);
  const visitorKey = `${visit.isKnownAgain ? "v" : "d"}_seed${String(random.int(40)).padStart(4, "0")}`;
  const features = sessionFeatures(events, { visit, isReturning: visit.isKnownAgain && random.int(3) === 0 });
  const isBot = features.botFlags.length > 0;
  const { startedAt: occurredAt, endedAt, products } = features;
  const createdAt = endedAt + 3_600_000;
  const shared = { visitorKey, isBot, createdAt };
  const session = { siteId, userRef: null, halfHourVisits: 1, followsId: null, endedBy: "idle", archiveKey: null, processing: "done" };
  const told = { kind: kindOf(features), text: describeSession(features, "pt-BR"), describedBy: "rules", aiCallId: null };
  const seen = { products, moments: momentsOf(events), tags: tagsOf(features), channel: features.device };
  return [
    insert(shopperSessions, { ...shared, ...session, id: `vis_${name}`, startedAt: occurredAt, endedAt, events: events.length, features }),
    insert(interactions, {
      ...shared,
      ...told,
      ...seen,
      id: `int_${name}`,
      source: "web",
      sourceId: siteId,
      subjectId: `vis_${name}`,
      occurredAt,
      durationMs: endedAt - occurredAt,
    }),
    ...productRows(name, features.products, occurredAt),
    ...(isBot ? [] : countedWrites(name, { siteId, features, events, ...told, tags: seen.tags, createdAt })),
  ];
}

type Counted = {
  siteId: string;
  features: SessionFeatures;
  events: readonly KeptEvent[];
  text: string;
  tags: string[];
  createdAt: number;
};

/** A person's visit is paid for, found by its words, and part of its site's sums. */
function countedWrites(name: string, { siteId, features, events, text, tags, createdAt }: Counted): Write[] {
  const words = searchedText({ text, tags, products: features.products });
  const found = { kind: "interaction" as const, subjectId: `int_${name}`, text: words, print: name, happenedAt: features.startedAt };
  let rows = 0;
  const ids = { next: () => `sts_${name}-${(rows += 1)}` };
  const visit = { siteId, startedAt: features.startedAt, isBot: false, halfHourVisits: 1, features };
  return [
    insert(usageCounts, { id: `use_${name}`, kind: "interaction", subjectId: `int_${name}`, quantity: 1, countedAt: createdAt }),
    insert(searchTexts, textRow({ id: `stx_${name}`, ...found, model: rulesModel, vector: embedText(words) })),
    ...statisticsWrites({ ids, timeZone }, visit, pagesSeen(events)),
  ];
}

function eventsOf(random: SeededRandom, name: string, startedAt: number): KeptEvent[] {
  let at = startedAt;
  return random
    .pick(plans)(random)
    .map(({ afterMs, event }, place) => {
      at += afterMs;
      return { ...event, id: `${name}-${place}`, at, clientAt: at, receivedAt: at };
    });
}

function productRows(name: string, products: SessionFeatures["products"], occurredAt: number): Write[] {
  const rows = products.map(({ key, role }, place) => ({
    id: `inp_${name}-${place}`,
    interactionId: `int_${name}`,
    productKey: key,
    productId: null,
    role,
    occurredAt,
  }));
  return rows.length === 0 ? [] : [insert(interactionProducts, ...rows)];
}
