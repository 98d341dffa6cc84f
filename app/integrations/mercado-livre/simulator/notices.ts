import type { SimulatorTools } from "../../simulator.ts";
import type { SimItem, SimNotice, SimOrder, World } from "./model.ts";
import { localClientId } from "./tokens.ts";

const answerWithinMs = 500;
const firstRetryMs = 60_000;
const retryWindowMs = 3_600_000;
const missedKeptMs = 2 * 86_400_000;
/** Topics that come in sub-kinds write `id` instead of `_id`. */
const topicsWithActions = new Set(["messages", "user_products", "post_purchase"]);
/** Here the account is text instead of a number. */
const topicsWithTextUser = new Set(["questions", "catalog_item_competition_status"]);

export type Happening = { topic: string; resource: string; userId: number; actions?: string[] };

/** Tells the app that something has changed, the way the vendor does: unsigned, and in more than one spelling. */
export function tell(world: World, tools: SimulatorTools, { topic, resource, userId, actions = [] }: Happening): void {
  // What happens while a topic is disabled is never told.
  if (world.switches.notices === "off" || world.disabledTopics.has(topic) || urlFor(world, userId) === null) return;
  world.counters.notice += 1;
  const notice: SimNotice = {
    id: `6f0b${world.counters.notice.toString(16).padStart(8, "0")}-${(world.seed >>> 0).toString(16)}`,
    topic,
    resource,
    userId,
    actions,
    attempts: 0,
    receivedMs: tools.nowMs,
    nextAttemptMs: 0,
    lastStatus: 0,
  };
  if (world.switches.notices === "miss") miss(world, { ...notice, attempts: world.switches.noticeAttempts });
  else send(world, tools, notice);
}

function urlFor(world: World, userId: number): string | null {
  const grant = world.grants.get(userId);
  if (grant?.isRevoked === true) return null;
  return grant?.callbackUrl ?? world.callbackUrl;
}

function send(world: World, tools: SimulatorTools, notice: SimNotice): void {
  const url = urlFor(world, notice.userId);
  if (url === null) return;
  notice.attempts += 1;
  notice.nextAttemptMs = tools.nowMs + firstRetryMs * 2 ** (notice.attempts - 1);
  tools.sendWebhook({
    url,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(noticeBody(notice, tools.nowMs)),
    settled: ({ status, durationMs }) => settle(world, notice, status === 200 && durationMs <= answerWithinMs, status),
  });
}

function settle(world: World, notice: SimNotice, isTaken: boolean, status: number): void {
  notice.lastStatus = status;
  world.waitingNotices = world.waitingNotices.filter((one) => one !== notice);
  const failures = isTaken ? 0 : (world.failuresInARow.get(notice.topic) ?? 0) + 1;
  world.failuresInARow.set(notice.topic, failures);
  if (isTaken) return;
  world.waitingNotices.push(notice);
  const { disableTopicAfter } = world.switches;
  if (disableTopicAfter !== null && failures >= disableTopicAfter) world.disabledTopics.add(notice.topic);
}

/** Whatever is due is sent again, at most for an hour; after that it waits two days among the missed ones. */
export function repeatDueNotices(world: World, tools: SimulatorTools): void {
  const { nowMs } = tools;
  world.missedNotices = world.missedNotices.filter((notice) => notice.receivedMs > nowMs - missedKeptMs);
  for (const notice of world.waitingNotices.filter((one) => one.nextAttemptMs <= nowMs)) {
    world.waitingNotices = world.waitingNotices.filter((one) => one !== notice);
    const isOver = notice.attempts >= world.switches.noticeAttempts || nowMs - notice.receivedMs >= retryWindowMs;
    if (isOver) miss(world, notice);
    else send(world, tools, notice);
  }
}

function miss(world: World, notice: SimNotice): void {
  world.missedNotices.push(notice);
}

function noticeBody(notice: SimNotice, sentMs: number): Record<string, unknown> {
  const number = Number.parseInt(notice.id.slice(4, 12), 16);
  const receivedName = number % 7 === 0 ? "recieved" : "received";
  const hasActions = topicsWithActions.has(notice.topic);
  return {
    [hasActions ? "id" : "_id"]: notice.id,
    resource: notice.resource,
    user_id: topicsWithTextUser.has(notice.topic) ? String(notice.userId) : notice.userId,
    topic: notice.topic,
    application_id: Number(localClientId),
    attempts: notice.attempts,
    sent: new Date(sentMs).toISOString(),
    [receivedName]: new Date(notice.receivedMs).toISOString(),
    ...(hasActions ? { actions: notice.actions } : {}),
  };
}

export function missedBody(notice: SimNotice): Record<string, unknown> {
  const body = noticeBody(notice, notice.receivedMs);
  return {
    ...body,
    request: { url: "", headers: { "content-type": "application/json" }, data: JSON.stringify(body) },
    response: { req_time: answerWithinMs, http_code: notice.lastStatus, body: "", headers: {} },
  };
}

export function tellItem(world: World, tools: SimulatorTools, item: SimItem): void {
  tell(world, tools, { topic: "items", resource: `/items/${item.id}`, userId: item.sellerId });
}

/** A new price is told twice: as a change of the item and under a topic of its own. */
export function tellPrice(world: World, tools: SimulatorTools, item: SimItem): void {
  tellItem(world, tools, item);
  tell(world, tools, { topic: "items_prices", resource: `/items/${item.id}`, userId: item.sellerId });
  if (item.isCatalog) {
    tell(world, tools, { topic: "catalog_item_competition_status", resource: `/items/${item.id}/price_to_win`, userId: item.sellerId });
  }
  tell(world, tools, { topic: "price_suggestion", resource: `suggestions/items/${item.id}/details`, userId: item.sellerId });
}

export function tellStock(world: World, tools: SimulatorTools, item: SimItem): void {
  tellItem(world, tools, item);
  tell(world, tools, { topic: "stock-location", resource: `/user-products/${item.userProductId}/stock`, userId: item.sellerId });
}

export function tellOrder(world: World, tools: SimulatorTools, order: SimOrder): void {
  tell(world, tools, { topic: "orders_v2", resource: `/orders/${order.id}`, userId: order.sellerId });
}

export function tellShipment(world: World, tools: SimulatorTools, shipmentId: number, userId: number): void {
  tell(world, tools, { topic: "shipments", resource: `/shipments/${shipmentId}`, userId });
}
