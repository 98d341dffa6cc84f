import { type GoodsCategory, simulatedGood } from "../../simulated-goods.ts";
import { chance, choose } from "./chance.ts";
import { freeShippingFromCents } from "./fees.ts";
import { addTo, type SimItem, type SimSeller, type SimVariation, type World } from "./model.ts";

const dayMs = 86_400_000;
const familyCount = 20;
/** Families whose goods are offered as one listing with three variations. */
const groupedFamilies = new Set([1, 8, 14]);
const groupSize = 3;

const categoryIds: Record<GoodsCategory, string> = {
  cozinha: "MLB1618",
  organizacao: "MLB1574",
  "cama-mesa-banho": "MLB1132",
  ferramentas: "MLB263532",
  iluminacao: "MLB1582",
  jardim: "MLB1621",
  pet: "MLB1071",
  escritorio: "MLB1648",
};

export function makeItems(world: World, seller: SimSeller): void {
  const [from, to] = seller.goods;
  for (let good = from; good < to; good += 1) {
    const family = good % familyCount;
    const round = Math.floor((good - from) / familyCount);
    const isGrouped = groupedFamilies.has(family) && !seller.tags.includes("user_product_seller");
    if (isGrouped && round % groupSize !== 0) continue;
    const goods = isGrouped ? [good, good + familyCount, good + 2 * familyCount].filter((number) => number < to) : [good];
    addItem(world, makeItem(world, seller, goods));
  }
}

export function addItem(world: World, item: SimItem): void {
  world.items.set(item.id, item);
  addTo(world.itemIdsOf, item.sellerId, item.id);
  const seller = world.sellers.get(item.sellerId);
  if (seller?.tags.includes("warehouse_management") === true) makeDepots(world, item);
}

function makeDepots(world: World, { userProductId, quantity }: SimItem): void {
  const first = Math.ceil(quantity * 0.7);
  const locations = [
    { storeId: "71001", nodeId: "BRP71001", quantity: first },
    { storeId: "71002", nodeId: "BRP71002", quantity: quantity - first },
  ];
  world.depots.set(userProductId, { version: 1, locations });
}

/** Item numbers tell the seller and the good apart, so that tests can name one. */
function itemIdOf(sellerId: number, good: number): string {
  return `MLB${3_000_000_000 + (sellerId % 1_000) * 1_000_000 + good}`;
}

export function makeItem(world: World, seller: SimSeller, goods: number[]): SimItem {
  const [number = 0] = goods;
  const good = simulatedGood(number);
  const draw = (topic: number) => chance(world.seed, seller.id, number, topic);
  const createdMs = world.startMs - Math.floor((20 + draw(1) * 700) * dayMs);
  const variations = goods.length > 1 ? goods.map((one) => makeVariation(seller, one, draw)) : [];
  const quantity = 2 + Math.floor(draw(2) * draw(3) * 180);
  const item: SimItem = {
    id: itemIdOf(seller.id, number),
    sellerId: seller.id,
    good: number,
    title: goods.length > 1 ? good.title.replace(` ${good.option}`, "") : good.title,
    categoryId: categoryIds[good.category],
    listingType: draw(4) < 0.35 ? "gold_pro" : "gold_special",
    priceCents: good.priceCents,
    originalCents: draw(5) < 0.12 ? good.priceCents + 1_500 : null,
    quantity: variations.length > 0 ? variations.reduce((sum, one) => sum + one.quantity, 0) : quantity,
    sold: Math.floor(good.popularity * 40 * draw(6)),
    status: "active",
    subStatus: [],
    pictures: good.imageCount,
    sku: variations.length > 0 || draw(7) < 0.07 ? null : good.sku,
    gtin: variations.length > 0 || draw(8) < 0.15 ? null : good.gtin,
    description: good.description,
    variations,
    isCatalog: variations.length === 0 && draw(9) < 0.18,
    automation: null,
    freeShipping: good.priceCents >= freeShippingFromCents,
    logisticType: choose(["cross_docking", "cross_docking", "cross_docking", "xd_drop_off", "fulfillment", "self_service"], draw(10)),
    userProductId: `MLBU${700_000_000 + (seller.id % 1_000) * 100_000 + number}`,
    popularity: good.popularity,
    createdMs,
    updatedMs: world.startMs - Math.floor(draw(11) * 12 * dayMs),
  };
  return withOddities(item, draw);
}

function makeVariation(seller: SimSeller, number: number, draw: (topic: number) => number): SimVariation {
  const good = simulatedGood(number);
  return {
    id: 180_000_000_000 + (seller.id % 1_000) * 100_000_000 + number,
    good: number,
    optionName: good.attributes.at(-1)?.name ?? "Cor",
    option: good.option,
    sku: good.sku,
    gtin: good.gtin,
    priceCents: good.priceCents,
    quantity: 1 + Math.floor(draw(20 + (number % 7)) * 60),
    sold: Math.floor(good.popularity * 15),
    userProductId: `MLBU${700_000_000 + (seller.id % 1_000) * 100_000 + number}`,
  };
}

/** What a real shop always has somewhere: something paused, sold out, checked, badly written or priced by the vendor. */
function withOddities(item: SimItem, draw: (topic: number) => number): SimItem {
  const kind = draw(12);
  if (kind < 0.03) return { ...item, status: "paused", subStatus: ["paused_by_seller"] };
  if (kind < 0.07) {
    const variations = item.variations.map((variation) => ({ ...variation, quantity: 0 }));
    return { ...item, status: "paused", subStatus: ["out_of_stock"], quantity: 0, variations };
  }
  if (kind < 0.085) return { ...item, status: "under_review", subStatus: ["waiting_for_patch"] };
  if (kind < 0.1) return { ...item, status: "closed", subStatus: ["expired"] };
  if (kind < 0.15) return { ...item, pictures: 1, title: item.title.split(" ").slice(0, 2).join(" ") };
  if (kind < 0.2 && item.variations.length === 0) {
    const { priceCents } = item;
    const automation = {
      ruleId: "INT",
      status: "ACTIVE",
      minCents: Math.floor(priceCents * 0.9),
      maxCents: Math.ceil(priceCents * 1.15),
    } as const;
    return { ...item, automation };
  }
  return item;
}
