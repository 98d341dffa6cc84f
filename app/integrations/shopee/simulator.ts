import { z } from "zod";
import { simulatedPicture } from "../simulated-goods.ts";
import { type Simulator, type SimulatorTools, UnknownActionError } from "../simulator.ts";
import { idInput, shopIn, shopInput } from "./simulator/act-input.ts";
import { answerConsent } from "./simulator/consent.ts";
import { answerApi } from "./simulator/gate.ts";
import { makeWorld, scaleShop } from "./simulator/make-world.ts";
import { orderActions } from "./simulator/order-actions.ts";
import { warnOfEndingGrants } from "./simulator/pushes.ts";
import { shopActions } from "./simulator/shop-actions.ts";
import { summarise } from "./simulator/summary.ts";
import { switchActions } from "./simulator/switch-actions.ts";
import type { World } from "./simulator/world.ts";

const actions = new Map(Object.entries({ ...orderActions, ...shopActions, ...switchActions }));
const scaleInput = z.strictObject({
  shopId: shopInput,
  listings: idInput.max(200_000).optional(),
  orders: idInput.max(50_000).optional(),
});
const imagePath = /^\/images\/(\d+)-(\d+)\.svg$/;

/** Plays Shopee's Open Platform v2 for Brazil. Wire checked on 2026-11-20; what is uncertain there is marked in `wire.ts`. */
export function createShopeeSimulator(): Simulator {
  let seed = 1;
  let world: World | undefined;

  /** History ends where the vendor's clock first stands, so the world is made on first use and not before. */
  function worldAt(nowMs: number): World {
    world ??= makeWorld(seed, nowMs);
    return world;
  }

  return {
    vendor: "shopee",
    title: "Shopee Open Platform",
    reset(nextSeed) {
      seed = nextSeed;
      world = undefined;
    },
    state: (tools) => (tools === undefined ? {} : summarise(worldAt(tools.nowMs), tools.nowMs)),
    scale(input, { nowMs }) {
      const size = scaleInput.parse(input);
      const here = worldAt(nowMs);
      shopIn(here, size.shopId);
      const shop = scaleShop(here, { shopId: size.shopId, ...sizeOf(size) }, nowMs);
      const listings = shop.items.reduce((sum, { models }) => sum + models.length, 0);
      return { shopId: shop.shopId, listings, items: shop.items.length, orders: shop.orders.length, comments: shop.comments.length };
    },
    act(action, input, tools) {
      const run = actions.get(action);
      if (run === undefined) throw new UnknownActionError("shopee", action, [...actions.keys()]);
      const here = worldAt(tools.nowMs);
      const result = run(here, input, tools);
      warnOfEndingGrants(here, tools);
      return result;
    },
    faultBody: (status) => ({
      error: status === 429 ? "error_rate_limit" : "error_server",
      message: status === 429 ? "Too many requests." : "Something wrong. Please try later.",
      request_id: "r-fault",
    }),
    fetch: (request, tools) => answer(worldAt(tools.nowMs), request, tools),
  };
}

function sizeOf({ listings, orders }: { listings?: number | undefined; orders?: number | undefined }): {
  listings?: number;
  orders?: number;
} {
  return { ...(listings === undefined ? {} : { listings }), ...(orders === undefined ? {} : { orders }) };
}

async function answer(world: World, request: Request, tools: SimulatorTools): Promise<Response> {
  const { pathname } = new URL(request.url);
  warnOfEndingGrants(world, tools);
  if (pathname === "/auth") return answerConsent(world, request, tools);
  const [, good, index] = imagePath.exec(pathname) ?? [];
  if (good === undefined || index === undefined) return answerApi(world, request, tools);
  const headers = { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" };
  return new Response(simulatedPicture(Number(good), Number(index)), { headers });
}
