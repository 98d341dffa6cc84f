import type { channels } from "#db/schema/channels.ts";
import type { listings, products, variants } from "#db/schema/catalog.ts";
import type { orderItems, orders } from "#db/schema/orders.ts";
import type { cartons } from "#db/schema/packing.ts";
import type { questions, reviews } from "#db/schema/service.ts";
import type { NewRow } from "#db/writes.ts";
import { stageStartMs, testIds } from "./basics.ts";

const dayMs = 24 * 3_600_000;

/** Rows with believable values; a test names only what it is about. */
export function aChannel(change: Partial<NewRow<typeof channels>> = {}): NewRow<typeof channels> {
  const id = change.id ?? testIds.next("chn");
  return {
    id,
    vendor: "mercado-livre",
    accountRef: `acc-${id.slice(-8)}`,
    site: "MLB",
    name: "Loja de teste",
    state: "active",
    problem: null,
    sealedTokens: null,
    accessExpiresAt: stageStartMs + 6 * 3_600_000,
    refreshExpiresAt: null,
    grantEndsAt: null,
    tokensRenewedAt: stageStartMs,
    ordersSyncedUntil: null,
    lastSyncAt: null,
    lastNoticeAt: null,
    account: null,
    accountReadAt: null,
    connectedByUserId: null,
    createdAt: stageStartMs - 30 * dayMs,
    ...change,
  };
}

export function aProduct(change: Partial<NewRow<typeof products>> = {}): NewRow<typeof products> {
  return {
    id: testIds.next("prd"),
    title: "Chaleira elétrica 1,8 L",
    brand: "Casa Brasil",
    description: null,
    attributes: [],
    imageUrls: [],
    archivedAt: null,
    createdAt: stageStartMs - 20 * dayMs,
    updatedAt: stageStartMs - 20 * dayMs,
    ...change,
  };
}

export function aVariant(change: Partial<NewRow<typeof variants>> & { productId: string }): NewRow<typeof variants> {
  const id = change.id ?? testIds.next("var");
  return {
    id,
    sku: `SKU-${id.slice(-8)}`,
    gtin: null,
    name: "",
    costCents: 8_000,
    currency: "BRL",
    stock: 10,
    weightGrams: 1_100,
    lengthMm: null,
    widthMm: null,
    heightMm: null,
    createdAt: stageStartMs - 20 * dayMs,
    updatedAt: stageStartMs - 20 * dayMs,
    ...change,
  };
}

export function aListing(change: Partial<NewRow<typeof listings>> & { channelId: string }): NewRow<typeof listings> {
  const id = change.id ?? testIds.next("lst");
  return {
    id,
    listingRef: `MLB${id.slice(-10)}`,
    modelRef: "",
    title: "Chaleira elétrica 1,8 L Casa Brasil 127 V",
    modelName: "",
    sku: null,
    gtin: null,
    categoryRef: "MLB1000",
    listingType: "gold_special",
    logisticType: "cross_docking",
    condition: "new",
    currency: "BRL",
    priceCents: 18_990,
    regularPriceCents: null,
    stock: 14,
    reserved: 0,
    sold: 20,
    status: "active",
    statusReasons: [],
    permalink: "https://produto.mercadolivre.com.br/MLB-1",
    imageUrls: [],
    attributes: [],
    description: null,
    freeShipping: false,
    isCatalog: false,
    isPriceAutomated: false,
    quality: null,
    qualityScore: null,
    competition: null,
    priceReference: null,
    visits30d: null,
    ratingCenti: null,
    reviewCount: null,
    variantId: null,
    linkState: "unlinked",
    suggestedVariantId: null,
    suggestedBy: null,
    remoteCreatedAt: stageStartMs - 90 * dayMs,
    remoteUpdatedAt: stageStartMs - dayMs,
    readAt: stageStartMs - dayMs,
    detailsReadAt: null,
    ...change,
  };
}

export function anOrder(change: Partial<NewRow<typeof orders>> & { channelId: string }): NewRow<typeof orders> {
  const id = change.id ?? testIds.next("ord");
  const orderRef = change.orderRef ?? `20000${id.slice(-11)}`;
  return {
    id,
    orderRef,
    packRef: orderRef,
    state: "ready",
    vendorStatus: "paid",
    currency: "BRL",
    totalCents: 18_990,
    paidCents: 18_990,
    units: 1,
    feeCents: 2_279,
    predictedFeeCents: 2_279,
    shippingCostCents: null,
    settledCents: null,
    buyerRef: "900100",
    buyerName: null,
    buyerMessage: null,
    cancelledBy: null,
    cancelReason: null,
    tags: [],
    shipmentRef: null,
    shipmentStatus: null,
    shipment: null,
    shipBy: null,
    shippedAt: null,
    deliveredAt: null,
    isLate: false,
    placedAt: stageStartMs - 2 * dayMs,
    paidAt: stageStartMs - 2 * dayMs,
    closedAt: null,
    remoteUpdatedAt: stageStartMs - dayMs,
    readAt: stageStartMs - dayMs,
    ...change,
  };
}

type ItemChange = Partial<NewRow<typeof orderItems>> & { orderId: string; channelId: string };

export function anOrderItem(change: ItemChange): NewRow<typeof orderItems> {
  return {
    id: `${change.orderId}/${testIds.next("lin")}`,
    listingRef: "MLB1",
    modelRef: "",
    sku: null,
    title: "Chaleira elétrica 1,8 L",
    quantity: 1,
    unitPriceCents: 18_990,
    feeCents: 2_279,
    currency: "BRL",
    placedAt: stageStartMs - 2 * dayMs,
    isCancelled: false,
    ...change,
  };
}

export function aQuestion(change: Partial<NewRow<typeof questions>> & { channelId: string }): NewRow<typeof questions> {
  const id = change.id ?? testIds.next("qst");
  return {
    id,
    questionRef: id.slice(-12),
    listingRef: "MLB1",
    text: "Serve para 220 V?",
    state: "open",
    buyerRef: "900100",
    answer: null,
    askedAt: stageStartMs - 3_600_000,
    answeredAt: null,
    readAt: stageStartMs,
    ...change,
  };
}

export function aReview(change: Partial<NewRow<typeof reviews>> & { channelId: string }): NewRow<typeof reviews> {
  const id = change.id ?? testIds.next("rev");
  return {
    id,
    reviewRef: id.slice(-12),
    listingRef: "MLB1",
    modelRef: null,
    rating: 5,
    title: "Muito boa",
    text: "Esquenta rápido.",
    likes: 0,
    reply: null,
    writtenAt: stageStartMs - dayMs,
    readAt: stageStartMs,
    ...change,
  };
}

export function aCarton(id: string, createdAt: number): NewRow<typeof cartons> {
  const edges = { lengthMm: 200, widthMm: 150, heightMm: 100 };
  return {
    id,
    name: "Caixa P",
    ...edges,
    weightGrams: 90,
    maxWeightGrams: 5_000,
    costCents: null,
    currency: "BRL",
    retiredAt: null,
    createdAt,
  };
}
