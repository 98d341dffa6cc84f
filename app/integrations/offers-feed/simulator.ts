import { z } from "zod";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { simulatedGood } from "../simulated-goods.ts";
import { type Simulator, type SimulatorTools, UnknownActionError } from "../simulator.ts";
import { gtinsPerCall, type WireOffer } from "./wire.ts";

export const localOffersToken = "local-offers-token";

const feeds: ReadonlySet<string> = new Set(["demo", "other"]);
const offersPath = /^\/v1\/feeds\/([^/]+)\/offers$/;
const knownGoods = 400;
const sellers = ["Casa & Cia", "Utilidades Já", "Loja do Bairro"] as const;

const setSchema = z.strictObject({
  gtin: z.string().min(8).max(14),
  priceCents: z.int().min(1),
  shippingCents: z.int().min(0).default(0),
  seller: z.string().default("Casa & Cia"),
  availability: z.enum(["in_stock", "out_of_stock"]).default("in_stock"),
  condition: z.enum(["new", "used"]).default("new"),
});
const clearSchema = z.strictObject({ gtin: z.string() });

/** A partner who collects what other sellers ask for the goods of the simulated shops. */
export function createOffersFeedSimulator(): Simulator {
  const priceOf = new Map(
    Array.from({ length: knownGoods }, (_, index) => simulatedGood(index)).map((good) => [good.gtin, good.priceCents]),
  );
  let seed = 1;
  let own = new Map<string, SetOffer[]>();
  let calls = 0;

  function offersOf(gtin: string, tools: SimulatorTools): WireOffer[] {
    const seen_at = new Date(tools.nowMs - 3_600_000).toISOString();
    const set = own.get(gtin);
    const usual = priceOf.get(gtin);
    return set === undefined ? usualOffers(gtin, usual, seed, seen_at) : setOffers(set, seen_at);
  }

  return {
    vendor: "offers-feed",
    title: "Partner offers feed",
    reset(nextSeed) {
      seed = nextSeed;
      own = new Map();
      calls = 0;
    },
    state: () => ({ calls, set: Object.fromEntries(own) }),
    faultBody: () => ({ error: "internal_error" }),
    act(action, input) {
      if (action === "set-offer") {
        const offer = setSchema.parse(input);
        own.set(offer.gtin, [...(own.get(offer.gtin) ?? []).filter(({ seller }) => seller !== offer.seller), offer]);
        return { gtin: offer.gtin };
      }
      if (action === "clear-offers") {
        const { gtin } = clearSchema.parse(input);
        own.set(gtin, []);
        return { gtin };
      }
      throw new UnknownActionError("offers-feed", action, ["set-offer", "clear-offers"]);
    },
    async fetch(request, tools) {
      const url = new URL(request.url);
      const feed = offersPath.exec(url.pathname)?.[1];
      if (request.method !== "GET" || feed === undefined) return refuse(404, "not_found");
      if (request.headers.get("authorization") !== `Bearer ${localOffersToken}`) return refuse(401, "unauthorized");
      if (!feeds.has(feed)) return refuse(404, "feed_not_found");
      const gtins = url.searchParams.getAll("gtin");
      if (gtins.length === 0 || gtins.length > gtinsPerCall) return refuse(400, "gtin_count");
      calls += 1;
      const offers = gtins.flatMap((gtin) => offersOf(gtin, tools));
      return Response.json({ feed, generated_at: new Date(tools.nowMs).toISOString(), offers });
    },
  };
}

type SetOffer = z.infer<typeof setSchema>;

function setOffers(offers: readonly SetOffer[], seen_at: string): WireOffer[] {
  return offers.map(({ priceCents, shippingCents, ...rest }) => {
    return { ...rest, price: text(priceCents), shipping: text(shippingCents), currency: "BRL", seen_at };
  });
}

/** Three sellers around the usual price; nobody sells what no shop knows. */
function usualOffers(gtin: string, usualCents: number | undefined, seed: number, seen_at: string): WireOffer[] {
  if (usualCents === undefined) return [];
  const random = seededRandom(seed + Number(gtin.slice(-9)));
  return sellers.map((seller) => {
    const price = text(Math.round(usualCents * (0.97 + random() * 0.2)));
    return { gtin, seller, price, shipping: "0.00", currency: "BRL", condition: "new", availability: "in_stock", seen_at };
  });
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

function text(cents: number): string {
  return (cents / 100).toFixed(2);
}
