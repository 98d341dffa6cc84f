import type { Switches } from "./switches.ts";

/** What the played marketplace holds. Money in cents, times in UTC milliseconds; the wire is made when asked for. */
export type SimVariation = {
  id: number;
  good: number;
  optionName: string;
  option: string;
  sku: string | null;
  gtin: string | null;
  priceCents: number;
  quantity: number;
  sold: number;
  userProductId: string;
};

export type SimAutomation = { ruleId: "INT" | "INT_EXT"; minCents: number; maxCents: number; status: "ACTIVE" | "PAUSED" };

export type SimItem = {
  id: string;
  sellerId: number;
  good: number;
  title: string;
  categoryId: string;
  listingType: "gold_special" | "gold_pro";
  priceCents: number;
  originalCents: number | null;
  quantity: number;
  sold: number;
  status: "active" | "paused" | "closed" | "under_review";
  subStatus: string[];
  pictures: number;
  sku: string | null;
  gtin: string | null;
  description: string;
  variations: SimVariation[];
  isCatalog: boolean;
  automation: SimAutomation | null;
  freeShipping: boolean;
  /** "default" and "custom" travel by the seller's own carrier, all others by the vendor's. */
  logisticType: "cross_docking" | "xd_drop_off" | "fulfillment" | "self_service" | "default" | "custom";
  userProductId: string;
  popularity: number;
  createdMs: number;
  updatedMs: number;
};

export type SimPaymentStatus = "pending" | "in_process" | "approved" | "refunded" | "cancelled";

export type SimOrder = {
  id: number;
  packId: number | null;
  sellerId: number;
  itemId: string;
  variationId: number | null;
  sku: string | null;
  title: string;
  quantity: number;
  unitCents: number;
  fullUnitCents: number;
  /** Of one unit, as the vendor charges it. */
  feeCents: number;
  listingType: string;
  buyerId: number;
  status: "payment_required" | "payment_in_process" | "paid" | "partially_refunded" | "cancelled";
  tags: string[];
  cancel: { group: string; code: string; description: string; requestedBy: string; atMs: number } | null;
  payment: { id: number; status: SimPaymentStatus; approvedMs: number | null };
  shipmentId: number | null;
  createdMs: number;
  closedMs: number | null;
  updatedMs: number;
};

export type SimShipment = {
  id: number;
  sellerId: number;
  orderIds: number[];
  buyerId: number;
  status: "pending" | "ready_to_ship" | "shipped" | "delivered" | "not_delivered" | "cancelled";
  substatus: string | null;
  logisticType: SimItem["logisticType"];
  costCents: number;
  /** Until then `GET /orders/{id}/shipments` knows nothing of it. */
  visibleFromMs: number;
  createdMs: number;
  readyMs: number | null;
  deadlineMs: number;
  shippedMs: number | null;
  deliveredMs: number | null;
  updatedMs: number;
  /** What the seller told of a parcel of their own. */
  ownTracking: string | null;
};

export type SimQuestion = {
  id: number;
  itemId: string;
  sellerId: number;
  buyerId: number;
  text: string;
  status: "UNANSWERED" | "ANSWERED" | "CLOSED_UNANSWERED" | "BANNED" | "DELETED";
  answer: { text: string; atMs: number } | null;
  createdMs: number;
};

export type SimReview = { id: number; rate: number; title: string; content: string; likes: number; createdMs: number };

export type SimClaim = {
  id: number;
  orderId: number;
  sellerId: number;
  buyerId: number;
  status: "opened" | "closed";
  reasonId: string;
  type: "mediations" | "returns";
  createdMs: number;
  updatedMs: number;
};

export type SimSeller = {
  id: number;
  nickname: string;
  email: string;
  /** Operators work for a main account and may not give an app access. */
  isOperator: boolean;
  tags: string[];
  goods: [from: number, to: number];
  orderCount: number;
  /** Set by an action; otherwise the level follows from the orders. */
  forcedReputation: { level: string | null; medal: string | null; protectedUntilMs: number | null } | null;
};

export type SimGrant = {
  userId: number;
  generation: number;
  isRevoked: boolean;
  callbackUrl: string | null;
  lastCallMs: number;
  /** Tokens of earlier generations are dead: the password was changed or the access taken back. */
  firstValidGeneration: number;
};

export type SimCode = { userId: number; redirectUri: string; challenge: string | null; expiresMs: number };

export type SimScroll = { sellerId: number; ids: readonly (string | number)[]; position: number; expiresMs: number };

export type SimNotice = {
  id: string;
  topic: string;
  resource: string;
  userId: number;
  actions: string[];
  attempts: number;
  receivedMs: number;
  nextAttemptMs: number;
  lastStatus: number;
};

export type World = {
  seed: number;
  /** The address in the app's registration, for accounts whose consent happened before a restart. */
  callbackUrl: string | null;
  startMs: number;
  switches: Switches;
  sellers: Map<number, SimSeller>;
  items: Map<string, SimItem>;
  itemIdsOf: Map<number, string[]>;
  depots: Map<string, { version: number; locations: { storeId: string; nodeId: string; quantity: number }[] }>;
  orders: Map<number, SimOrder>;
  orderIdsOf: Map<number, number[]>;
  packs: Map<number, number[]>;
  shipments: Map<number, SimShipment>;
  questions: Map<number, SimQuestion>;
  questionIdsOf: Map<number, number[]>;
  reviews: Map<string, SimReview[]>;
  claims: Map<number, SimClaim>;
  /** Claims by the order they are about. */
  claimIdsOf: Map<number, number[]>;
  grants: Map<number, SimGrant>;
  codes: Map<string, SimCode>;
  scrolls: Map<string, SimScroll>;
  waitingNotices: SimNotice[];
  missedNotices: SimNotice[];
  disabledTopics: Set<string>;
  failuresInARow: Map<string, number>;
  changes: { atMs: number; what: string; ref: string }[];
  counters: {
    order: number;
    pack: number;
    shipment: number;
    payment: number;
    question: number;
    review: number;
    claim: number;
    notice: number;
    scroll: number;
    badRequests: number;
    calls: number;
  };
};

const keptChanges = 50;

export function remember(world: World, atMs: number, what: string, ref: string | number): void {
  world.changes.push({ atMs, what, ref: String(ref) });
  if (world.changes.length > keptChanges) world.changes.shift();
}

export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
