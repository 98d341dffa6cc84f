import { z } from "zod";
import type { SimulatorTools } from "../../simulator.ts";
import { demoShopId } from "./make-world.ts";
import type { Random } from "#app/platform/seeded-random.ts";
import { pick } from "./random.ts";
import type { SimItem, SimModel, SimShop, World } from "./world.ts";

export type Action = (world: World, input: Record<string, unknown>, tools: SimulatorTools) => Record<string, unknown>;

export const idInput = z.coerce.number().int().nonnegative();
export const shopInput = idInput.default(demoShopId);

/** Ends as a 400 that names the field, like any input that is not valid. */
export function badInput(path: string, message: string): never {
  throw new z.ZodError([{ code: "custom", path: [path], message, input: undefined }]);
}

export function shopIn(world: World, shopId: number): SimShop {
  return world.shops.get(shopId) ?? badInput("shopId", `there are the shops ${[...world.shops.keys()].join(", ")}`);
}

type Wanted = { itemId?: number | undefined; modelId?: number | undefined; sku?: string | undefined };

/** Named by item, model or SKU; without any, something that is on sale and in stock. */
export function itemIn(shop: SimShop, wanted: Wanted, random: Random): { item: SimItem; model: SimModel } {
  const { itemId, modelId, sku } = wanted;
  if (itemId === undefined && modelId === undefined && sku === undefined) return anyOnSale(shop, random);
  for (const item of itemId === undefined ? shop.items : [shop.itemById.get(itemId)]) {
    if (item === undefined) continue;
    const model = item.models.find(
      (candidate) => (modelId === undefined || candidate.modelId === modelId) && (sku === undefined || candidate.sku === sku),
    );
    if (model !== undefined) return { item, model };
  }
  return badInput("itemId", "there is no such item, model or SKU in this shop");
}

function anyOnSale(shop: SimShop, random: Random): { item: SimItem; model: SimModel } {
  const offers = shop.items.filter(({ status, models }) => status === "NORMAL" && models.some(({ stock }) => stock > 0));
  if (offers.length === 0) return badInput("shopId", "this shop has nothing to sell");
  const item = pick(random, offers);
  return {
    item,
    model: pick(
      random,
      item.models.filter(({ stock }) => stock > 0),
    ),
  };
}
