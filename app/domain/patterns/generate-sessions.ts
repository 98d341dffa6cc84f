import type { Random } from "#app/platform/seeded-random.ts";
import type { InteractionProduct, SessionFeatures } from "../interactions/interaction.ts";
import { funnelStages } from "./tally.ts";

export type MadeProduct = { key: string; name: string; productId: string | null; priceCents: number };

/** What is true of a shop beside chance. Left out, nothing is: every difference that shows is noise. */
export type PlantedTruths = {
  /** How many times as many come. */
  crowd?: number;
  /** A step of checkout in which so many leave. */
  leaveStep?: { name: string; share: number };
  /** Who takes the first of the two takes the other as well, so often. */
  together?: { first: string; second: string; share: number };
  /** Products that so many times as many look at. */
  wanted?: { key: string; times: number };
  /** Something that so many look for and that the shop does not have. */
  missing?: { query: string; share: number };
  /** A reason that so many hesitate for. */
  hesitation?: { reason: string; share: number };
  /** How often an hour of the day is begun in, from midnight on. */
  hours?: readonly number[];
};

export type MadeShop = { sessionsADay: number; products: readonly MadeProduct[]; queries: readonly string[] };

const steps = ["contact", "shipping", "payment"] as const;
const usual = {
  leaveStep: 0.2,
  productToCart: 0.35,
  cartToCheckout: 0.6,
  landingToProduct: 0.7,
  returning: 0.3,
  search: 0.25,
  empty: 0.08,
  hesitation: 0.05,
};
const reasons = ["shipping-cost", "price", "comparing"] as const;
const devices = ["phone", "phone", "desktop", "phone", "desktop", "tablet"] as const;
const mostViews = 4;
const currency = "BRL";

type Made = { random: Random; shop: MadeShop; truths: PlantedTruths };

/** The sessions of a day between two moments, as a shop with these habits would have them; the same for the same chance. */
export function generateSessions({ fromMs, untilMs, ...made }: Made & { fromMs: number; untilMs: number }): SessionFeatures[] {
  const { random, shop, truths } = made;
  const sessions = poisson(random, shop.sessionsADay * (truths.crowd ?? 1));
  return Array.from({ length: sessions }, () => makeSession(made, startBetween(random, fromMs, untilMs, truths.hours)));
}

function makeSession({ random, shop, truths }: Made, startedAt: number): SessionFeatures {
  const isFurther = random() < usual.landingToProduct;
  const viewed = isFurther ? pickProducts(random, shop.products, truths.wanted, 1 + Math.floor(random() * mostViews)) : [];
  const carted = viewed.length > 0 && random() < usual.productToCart ? basketOf(random, shop.products, viewed, truths.together) : [];
  const { walked, isBought } =
    carted.length > 0 && random() < usual.cartToCheckout ? checkOut(random, truths.leaveStep) : { walked: [], isBought: false };
  const furthest = isBought ? 4 : walked.length > 0 ? 3 : carted.length > 0 ? 2 : viewed.length > 0 ? 1 : 0;
  const endedAt = startedAt + Math.round((1 + furthest * 2 + random() * 4) * 60_000);
  const all = [...new Set([...viewed, ...carted])];
  const orderCents = isBought ? carted.reduce((sum, { priceCents }) => sum + priceCents, 0) : null;
  return {
    startedAt,
    endedAt,
    visibleMs: Math.round((endedAt - startedAt) * 0.7),
    pages: 1 + all.length + walked.length,
    clicks: 2 + all.length * 3,
    rageClicks: 0,
    deadClicks: 0,
    deepestPercent: 40 + Math.floor(random() * 60),
    landingPath: "/",
    exitPath: walked.length > 0 ? `/checkout/${walked.at(-1)}` : "/",
    stages: funnelStages.slice(0, furthest + 1),
    checkoutSteps: walked,
    searches: searchesOf(random, shop.queries, truths.missing),
    products: all.map((product) => partOf(product, carted.includes(product), isBought, startedAt)),
    hesitations: hesitationsOf(random, truths.hesitation),
    orderRef: isBought ? `W${startedAt}` : null,
    orderCents,
    currency: isBought ? currency : null,
    isReturning: random() < usual.returning,
    botFlags: [],
    device: devices[Math.floor(random() * devices.length)] ?? "other",
    browser: "chrome",
    country: "BR",
    referrerHost: null,
    campaign: { source: null, medium: null, name: null },
  };
}

function pickProducts(random: Random, products: readonly MadeProduct[], wanted: PlantedTruths["wanted"], count: number): MadeProduct[] {
  const weights = products.map(({ key }) => (key === wanted?.key ? wanted.times : 1));
  const all = weights.reduce((sum, one) => sum + one, 0);
  const picked = Array.from({ length: count }, () => {
    let left = random() * all;
    return products.find((_one, place) => (left -= weights[place] ?? 0) < 0);
  });
  return [...new Set(picked)].filter((one) => one !== undefined);
}

function basketOf(
  random: Random,
  products: readonly MadeProduct[],
  viewed: readonly MadeProduct[],
  together: PlantedTruths["together"],
): MadeProduct[] {
  const basket = viewed.slice(0, 1 + Math.floor(random() * 2));
  const second = products.find(({ key }) => key === together?.second);
  const takesBoth = together !== undefined && basket.some(({ key }) => key === together.first) && random() < together.share;
  return takesBoth && second !== undefined && !basket.includes(second) ? [...basket, second] : basket;
}

function checkOut(random: Random, leave: PlantedTruths["leaveStep"]): { walked: string[]; isBought: boolean } {
  const walked: string[] = [];
  for (const step of steps) {
    walked.push(step);
    if (random() < (step === leave?.name ? leave.share : usual.leaveStep)) return { walked, isBought: false };
  }
  return { walked, isBought: true };
}

function searchesOf(random: Random, queries: readonly string[], missing: PlantedTruths["missing"]): SessionFeatures["searches"] {
  if (missing !== undefined && random() < missing.share) return [{ query: missing.query, results: 0, isFollowed: false }];
  const query = queries[Math.floor(random() * queries.length)];
  if (query === undefined || random() >= usual.search) return [];
  const results = random() < usual.empty ? 0 : 1 + Math.floor(random() * 20);
  return [{ query, results, isFollowed: results > 0 && random() < 0.6 }];
}

function hesitationsOf(random: Random, planted: PlantedTruths["hesitation"]): SessionFeatures["hesitations"] {
  return reasons.flatMap((reason) => {
    const share = reason === planted?.reason ? planted.share : usual.hesitation;
    return random() < share ? [{ reason, eventIds: [], strength: 500 }] : [];
  });
}

function partOf(
  { key, name, productId, priceCents }: MadeProduct,
  isCarted: boolean,
  isBought: boolean,
  firstAt: number,
): InteractionProduct {
  const role = isCarted ? (isBought ? "bought" : "carted") : "viewed";
  return { key, productId, variantId: null, name, priceCents, currency, role, views: 1, visibleMs: 20_000, firstAt };
}

function startBetween(random: Random, fromMs: number, untilMs: number, hours: readonly number[] | undefined): number {
  if (hours === undefined) return Math.floor(fromMs + random() * (untilMs - fromMs));
  let left = random() * hours.reduce((sum, one) => sum + one, 0);
  const hour = Math.max(
    0,
    hours.findIndex((weight) => (left -= weight) < 0),
  );
  return Math.min(untilMs - 1, Math.floor(fromMs + (hour + random()) * 3_600_000));
}

/** How many come when so many usually do. */
function poisson(random: Random, mean: number): number {
  // In parts: the product of so many chances would be too small for a number.
  let count = 0;
  for (let left = mean; left > 0; left -= 50) {
    const limit = Math.exp(-Math.min(50, left));
    let product = random();
    while (product > limit) {
      count += 1;
      product *= random();
    }
  }
  return count;
}
