import type { Random } from "#app/platform/seeded-random.ts";
import { createRandom, pick, whole } from "./random.ts";
import type { Drift, SimItem, SimLine, SimOrder, SimShop } from "./world.ts";

const firstNames = [
  "ana",
  "bruno",
  "carla",
  "diego",
  "elaine",
  "fabio",
  "gabi",
  "helena",
  "igor",
  "julia",
  "karina",
  "lucas",
  "marcos",
  "nathalia",
  "otavio",
  "paula",
  "rafael",
  "sonia",
  "tiago",
  "vanessa",
];
const lastNames = ["silva", "souza", "lima", "costa", "pereira", "almeida", "ribeiro", "gomes", "barbosa", "rocha", "dias", "moreira"];
const messages = [
  "Por favor, enviar bem embalado.",
  "É presente, podem não colocar a nota na caixa?",
  "Preciso até sexta, obrigado!",
  "Deixar na portaria.",
];
const drifts: readonly Drift[] = ["campaign", "voucher", "heavy-parcel"];
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

type Placing = { items: readonly SimItem[]; createS: number; sn: string; modelId?: number; quantity?: number };

/** An order as it is right after the buyer pressed the button: nothing paid yet. */
export function placeOrder(random: Random, shop: SimShop, { items, createS, sn, modelId, quantity }: Placing): SimOrder {
  const lines = [...new Set(items)].map((item) => makeLine(random, item, modelId, quantity));
  const buyerId = 30_000_000 + (shop.shopId % 1_000) * 10_000 + whole(random, 1, 900);
  return {
    sn,
    status: "UNPAID",
    lines,
    buyerId,
    buyerName: buyerNameOf(buyerId),
    message: random() < 0.05 ? pick(random, messages) : "",
    shippingCents: random() < 0.6 ? 0 : whole(random, 690, 2_490),
    createS,
    updateS: createS,
    payS: null,
    invoiceKey: null,
    shipByS: null,
    pickupS: null,
    deliverS: null,
    cancel: null,
    trackingNumber: null,
    returned: null,
    drift: random() < 0.07 ? pick(random, drifts) : null,
  };
}

function makeLine(random: Random, item: SimItem, modelId: number | undefined, quantity: number | undefined): SimLine {
  const model = item.models.find((candidate) => candidate.modelId === modelId) ?? pick(random, item.models);
  const drawn = random() < 0.86 ? 1 : whole(random, 2, 3);
  return {
    itemId: item.itemId,
    modelId: model.modelId,
    quantity: quantity ?? drawn,
    unitCents: model.promotionCents ?? model.priceCents,
  };
}

/** Some buyers hide behind asterisks, as the vendor masks them for many sellers. */
function buyerNameOf(buyerId: number): string {
  const random = createRandom("buyer", buyerId);
  if (random() < 0.25) return "****";
  return `${pick(random, firstNames)}.${pick(random, lastNames)}${whole(random, 1, 99)}`;
}

/** Six digits of the date in Brazil, then eight letters and digits. */
export function orderSn(createS: number, key: string): string {
  const random = createRandom("sn", key);
  const date = new Date((createS - 3 * 3_600) * 1_000).toISOString().slice(2, 10).replaceAll("-", "");
  return date + Array.from({ length: 8 }, () => pick(random, Array.from(letters))).join("");
}

export function packageNumberOf(sn: string): string {
  const random = createRandom("package", sn);
  return `OFG${whole(random, 100_000_000, 999_999_999)}${whole(random, 100_000, 999_999)}`;
}

export function trackingNumberOf(sn: string): string {
  const random = createRandom("tracking", sn);
  return `BR${whole(random, 100_000_000, 999_999_999)}${whole(random, 1_000, 9_999)}`;
}
