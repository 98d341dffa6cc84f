import { simulatedGood, type SimulatedGood } from "../../simulated-goods.ts";
import type { Random } from "#app/platform/seeded-random.ts";
import { createRandom, whole } from "./random.ts";
import type { ItemStatus, SimItem, SimModel } from "./world.ts";

export type ShopPlan = { shopId: number; name: string; firstGood: number; listings: number; orders: number };

const familyCount = 20;
const roundsTogether = 3;
const daySeconds = 86_400;

/** `listings` counts what a buyer can choose: plain items and single models alike. */
export function makeItems(plan: ShopPlan, seed: number, nowS: number): SimItem[] {
  const groups = new Map<string, number[]>();
  for (let good = plan.firstGood; good < plan.firstGood + plan.listings; good += 1) {
    const key = groupOf(good);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [good]);
    else group.push(good);
  }
  return [...groups.values()].map((goods) => makeItem(plan, seed, goods, nowS));
}

/** One family in four is sold as items with models: the same thing in two or three options. */
function groupOf(good: number): string {
  const family = good % familyCount;
  return family % 4 === 2 ? `${family}/${Math.floor(good / familyCount / roundsTogether)}` : String(good);
}

function makeItem(plan: ShopPlan, seed: number, numbers: readonly number[], nowS: number): SimItem {
  const [first = 0] = numbers;
  const random = createRandom(seed, plan.shopId, "item", first);
  const goods = numbers.map(simulatedGood);
  const good = goods[0] ?? simulatedGood(first);
  const hasModel = goods.length > 1;
  const createS = nowS - whole(random, 100, 700) * daySeconds - whole(random, 0, daySeconds);
  const status = statusOf(random());
  const isFbs = !hasModel && random() < 0.05;
  const labels = hasModel ? labelsOf(goods) : [];
  return {
    itemId: itemIdOf(plan.shopId, first),
    good: first,
    popularity: good.popularity,
    title: hasModel ? good.title.slice(0, -good.option.length).trim() : good.title,
    description: good.description,
    status,
    hasModel,
    models: goods.map((one, index) => makeModel(random, one, labels[index] ?? "", plan)),
    isFbs,
    sold: whole(random, 0, Math.round(good.popularity * 300)),
    createS,
    updateS: nowS - whole(random, 1, 60) * daySeconds,
  };
}

function itemIdOf(shopId: number, good: number): number {
  return 22_000_000_000 + (shopId % 1_000) * 100_000_000 + good;
}

/** Two options of the same name are told apart by their brand, as the vendor demands. */
function labelsOf(goods: readonly SimulatedGood[]): string[] {
  return goods.map(({ option, brand }) => (goods.filter((other) => other.option === option).length > 1 ? `${option} ${brand}` : option));
}

function makeModel(random: Random, good: SimulatedGood, name: string, plan: ShopPlan): SimModel {
  const { number } = good;
  const identity = random();
  const priceCents = good.priceCents + whole(random, -2, 3) * 100;
  const hasPromotion = random() < 0.08;
  const discount = whole(random, 5, 15);
  const stock = stockOf(random);
  const reserved = random() < 0.1 ? Math.min(stock, whole(random, 1, 3)) : 0;
  return {
    modelId: name === "" ? 0 : itemIdOf(plan.shopId, number) + 50_000_000_000,
    good: number,
    name,
    // A tenth without a SKU, and some under a SKU of this shop only: the GTIN alone tells that they are the same thing.
    sku: identity < 0.1 ? "" : identity < 0.18 ? `SHP-${number}` : good.sku,
    gtin: identity > 0.94 ? "" : good.gtin,
    priceCents,
    promotionCents: hasPromotion ? Math.round((priceCents * (100 - discount)) / 1_000) * 10 : null,
    stock,
    reserved,
  };
}

function stockOf(random: Random): number {
  const kind = random();
  if (kind < 0.06) return 0;
  return kind < 0.18 ? whole(random, 1, 5) : whole(random, 6, 140);
}

function statusOf(chance: number): ItemStatus {
  if (chance < 0.05) return "UNLIST";
  if (chance < 0.07) return "BANNED";
  if (chance < 0.09) return "REVIEWING";
  if (chance < 0.1) return "SELLER_DELETE";
  return chance < 0.105 ? "SHOPEE_DELETE" : "NORMAL";
}
