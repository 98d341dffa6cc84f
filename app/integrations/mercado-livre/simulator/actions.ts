import { z } from "zod";
import { type SimulatorTools, UnknownActionError } from "../../simulator.ts";
import { setPrice, setQuantity, setStatus } from "./item-writes.ts";
import { remember, type SimItem, type World } from "./model.ts";
import { tell, tellItem, tellPrice, tellStock } from "./notices.ts";
import { type Act, orderActions } from "./order-actions.ts";
import { addQuestion, reviewsOf } from "./talk-made.ts";
import { switchesSchema } from "./switches.ts";
import { endGrant, issueTokens, openGrant } from "./tokens.ts";
import { itemOf, sellerOf } from "./lookups.ts";

const listing = z.string();
const model = z.union([z.string(), z.int()]).optional();
const cents = z.int().positive();

/** Something an input parses to and what then happens; the rest of the file is the list of what can happen. */
function act<Schema extends z.ZodType>(
  schema: Schema,
  work: (world: World, input: z.output<Schema>, tools: SimulatorTools) => Record<string, unknown>,
): Act {
  return (world, input, tools) => work(world, schema.parse(input), tools);
}

function changed(world: World, tools: SimulatorTools, item: SimItem, what: string): Record<string, unknown> {
  item.updatedMs = tools.nowMs;
  remember(world, tools.nowMs, what, item.id);
  const { id, status, subStatus, priceCents, quantity } = item;
  return { listing: id, status, subStatus, priceCents, stock: quantity };
}

const listingActions: Record<string, Act> = {
  "change-price": act(z.strictObject({ listing, model, priceCents: cents }), (world, input, tools) => {
    const item = itemOf(world, input.listing);
    const variation = item.variations.find((one) => String(one.id) === String(input.model));
    if (variation === undefined) setPrice(item, input.priceCents);
    else variation.priceCents = input.priceCents;
    tellPrice(world, tools, item);
    return changed(world, tools, item, "change-price");
  }),
  "change-stock": act(z.strictObject({ listing, model, stock: z.int().min(0) }), (world, input, tools) => {
    const item = itemOf(world, input.listing);
    changeStock(world, item, input.model, input.stock);
    tellStock(world, tools, item);
    return changed(world, tools, item, "change-stock");
  }),
  pause: act(z.strictObject({ listing }), (world, input, tools) => setState(world, tools, input.listing, "paused")),
  activate: act(z.strictObject({ listing }), (world, input, tools) => setState(world, tools, input.listing, "active")),
  close: act(z.strictObject({ listing }), (world, input, tools) => setState(world, tools, input.listing, "closed")),
  /** By whose carrier what is sold from now on travels. */
  "change-logistics": act(
    z.strictObject({
      listing,
      logistics: z.enum(["cross_docking", "xd_drop_off", "fulfillment", "self_service", "default", "custom"]),
    }),
    (world, input, tools) => {
      const item = itemOf(world, input.listing);
      item.logisticType = input.logistics;
      tellItem(world, tools, item);
      return changed(world, tools, item, "change-logistics");
    },
  ),
  rename: act(z.strictObject({ listing, title: z.string().min(1) }), (world, input, tools) => {
    const item = itemOf(world, input.listing);
    item.title = input.title;
    tellItem(world, tools, item);
    return changed(world, tools, item, "rename");
  }),
  "automate-price": act(z.strictObject({ listing, on: z.boolean().default(true) }), (world, input, tools) => {
    const item = itemOf(world, input.listing);
    const { priceCents } = item;
    item.automation = input.on
      ? { ruleId: "INT", status: "ACTIVE", minCents: Math.floor(priceCents * 0.9), maxCents: Math.ceil(priceCents * 1.1) }
      : null;
    tellItem(world, tools, item);
    return { ...changed(world, tools, item, "automate-price"), isAutomated: input.on };
  }),
  review: act(
    z.strictObject({ listing, rate: z.int().min(1).max(5), title: z.string().default("Avaliação"), text: z.string().min(1) }),
    (world, input, tools) => {
      const item = itemOf(world, input.listing);
      world.counters.review += 1;
      const review = {
        id: 990_000_000 + world.counters.review,
        rate: input.rate,
        title: input.title,
        content: input.text,
        likes: 0,
        createdMs: tools.nowMs,
      };
      // The vendor sends no notice of reviews.
      reviewsOf(world, item).unshift(review);
      remember(world, tools.nowMs, "review", item.id);
      return { review: review.id };
    },
  ),
  ask: act(z.strictObject({ listing, text: z.string().min(1), buyer: z.int().default(700_000_001) }), (world, input, tools) => {
    const item = itemOf(world, input.listing);
    const question = addQuestion(world, item, { text: input.text, buyerId: input.buyer, atMs: tools.nowMs });
    remember(world, tools.nowMs, "ask", question.id);
    tell(world, tools, { topic: "questions", resource: `/questions/${question.id}`, userId: item.sellerId });
    return { question: question.id };
  }),
};

const seller = z.int();

const accountActions: Record<string, Act> = {
  revoke: act(z.strictObject({ seller }), (world, input, tools) => {
    endGrant(world, sellerOf(world, input.seller).id, tools.nowMs);
    remember(world, tools.nowMs, "revoke", input.seller);
    return { seller: input.seller, isRevoked: true };
  }),
  "change-password": act(z.strictObject({ seller }), (world, input, tools) => {
    endGrant(world, sellerOf(world, input.seller).id, tools.nowMs);
    remember(world, tools.nowMs, "change-password", input.seller);
    return { seller: input.seller, isRevoked: true };
  }),
  /** Consent without the page, for seeds and tests. */
  grant: act(z.strictObject({ seller, callbackUrl: z.url().nullable().default(null) }), (world, input, tools) => {
    const grant = openGrant(world, sellerOf(world, input.seller).id, input.callbackUrl, tools.nowMs);
    remember(world, tools.nowMs, "grant", input.seller);
    return issueTokens(grant, tools.nowMs);
  }),
  "change-reputation": act(
    z.strictObject({
      seller,
      level: z.string().nullable(),
      medal: z.string().nullable().default(null),
      protectedUntilMs: z.int().nullable().default(null),
    }),
    (world, { seller: id, ...forced }, tools) => {
      sellerOf(world, id).forcedReputation = forced;
      remember(world, tools.nowMs, "change-reputation", id);
      return { seller: id, ...forced };
    },
  ),
  switch: act(switchesSchema.partial(), (world, input, tools) => {
    Object.assign(world.switches, input);
    remember(world, tools.nowMs, "switch", Object.keys(input).join(", "));
    return { switches: world.switches };
  }),
  /** Brings back topics that were disabled; what happened meanwhile stays untold. */
  subscribe: act(z.strictObject({}), (world) => {
    world.disabledTopics.clear();
    world.failuresInARow.clear();
    return { disabledTopics: [] };
  }),
};

const actions: Record<string, Act> = { ...orderActions, ...listingActions, ...accountActions };

export function runAction(world: World, action: string, input: Record<string, unknown>, tools: SimulatorTools): Record<string, unknown> {
  const known = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (known === undefined) throw new UnknownActionError("mercado-livre", action, Object.keys(actions));
  return known(world, input, tools);
}

function changeStock(world: World, item: SimItem, model: string | number | undefined, stock: number): void {
  const variation = item.variations.find((one) => String(one.id) === String(model));
  if (variation !== undefined) variation.quantity = stock;
  const total = variation === undefined ? stock : item.variations.reduce((sum, one) => sum + one.quantity, 0);
  const depots = world.depots.get(item.userProductId);
  const [first, ...rest] = depots?.locations ?? [];
  if (depots !== undefined && first !== undefined) {
    first.quantity = total;
    for (const depot of rest) depot.quantity = 0;
    depots.version += 1;
  }
  setQuantity(item, total);
}

function setState(world: World, tools: SimulatorTools, ref: string, status: "active" | "paused" | "closed"): Record<string, unknown> {
  const item = itemOf(world, ref);
  setStatus(item, status);
  tellItem(world, tools, item);
  return changed(world, tools, item, status);
}
