import { z } from "zod";
import { chance, choose } from "./chance.ts";
import { feeOf } from "./fees.ts";
import { withOwnItem } from "./item-routes.ts";
import { catalogProductId } from "./item-wire.ts";
import { remember, type SimItem, type World } from "./model.ts";
import { amount, dayFirst, noContent, paging, refuse, reply, share } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";

const notOwner = "Caller is not the item's owner";

export const priceRoutes: Route[] = [
  route("GET /pricing-automation/users/:user/items", listAutomated),
  route("GET /pricing-automation/items/:id/rules", (context) =>
    withOwnItem(context, notOwner, () => reply({ rules: [{ rule_id: "INT" }, { rule_id: "INT_EXT" }] })),
  ),
  route("GET /pricing-automation/items/:id/automation", (context) =>
    withOwnItem(context, notOwner, (item) => (item.automation === null ? noAutomation() : reply(automationBody(item)))),
  ),
  ...["POST", "PUT"].map((method) =>
    route(`${method} /pricing-automation/items/:id/automation`, (context) =>
      withOwnItem(context, notOwner, (item) => writeAutomation(context, item)),
    ),
  ),
  route("DELETE /pricing-automation/items/:id/automation", (context) =>
    withOwnItem(context, notOwner, (item) => {
      if (item.automation === null) return noAutomation();
      item.automation = null;
      remember(context.world, context.nowMs, "automation removed", item.id);
      return noContent();
    }),
  ),
  route("GET /items/:id/price_to_win", (context) => withOwnItem(context, notOwner, (item) => priceToWin(context.world, item))),
  route("GET /suggestions/user/:user/items", ({ world, caller }) => {
    const items = (world.itemIdsOf.get(caller.id) ?? []).filter((id) => hasSuggestion(world, world.items.get(id)));
    return reply({ total: items.length, items: items.slice(0, 1_000) });
  }),
  route("GET /suggestions/items/:id/details", (context) => withOwnItem(context, notOwner, (item) => suggestion(context, item))),
  route("GET /sites/MLB/listing_prices", listingPrices),
];

function noAutomation(): Response {
  return refuse(404, "automation_not_found", "Automation not found");
}

function listAutomated({ world, url, caller, params }: RouteContext): Response {
  if (params["user"] !== String(caller.id)) return refuse(403, "forbidden", "Caller is not the owner");
  const items = (world.itemIdsOf.get(caller.id) ?? []).filter((id) => world.items.get(id)?.automation != null);
  const page = paging(url, items.length, { usual: 50, max: 100 });
  return reply({ items: items.slice(page.offset, page.offset + page.limit).map((id) => ({ item_id: id })), paging: page });
}

function automationBody({ id, automation, status }: SimItem): unknown {
  return {
    item_id: id,
    status: status === "active" ? automation?.status : "PAUSED",
    item_rule: { rule_id: automation?.ruleId },
    min_price: amount(automation?.minCents ?? 0),
    max_price: amount(automation?.maxCents ?? 0),
    ...(status === "active" ? {} : { status_detail: { cause: "ITEM_NO_ACTIVE", message: "The item is not active" } }),
  };
}

const automationSchema = z.object({
  rule_id: z.enum(["INT", "INT_EXT"]),
  min_price: z.number().positive(),
  max_price: z.number().positive().optional(),
});

function writeAutomation({ world, body, request, nowMs }: RouteContext, item: SimItem): Response {
  const write = automationSchema.safeParse(body);
  if (!write.success) return refuse(400, "argument_not_valid", "rule_id and min_price are required");
  if (item.status !== "active") return refuse(412, "item_not_automatizable", "The item can not be automated");
  if (request.method === "POST" && item.automation !== null)
    return refuse(412, "automation_already_created", "The automation already exists");
  if (request.method === "PUT" && item.automation === null) return noAutomation();
  const minCents = Math.round(write.data.min_price * 100);
  item.automation = {
    ruleId: write.data.rule_id,
    minCents,
    maxCents: Math.round((write.data.max_price ?? write.data.min_price * 1.3) * 100),
    status: "ACTIVE",
  };
  remember(world, nowMs, "automation set", item.id);
  return reply(automationBody(item));
}

const boostIds = ["fulfillment", "free_installments", "free_shipping", "same_day_shipping"] as const;

function priceToWin(world: World, item: SimItem): Response {
  if (!item.isCatalog) return refuse(404, "not_found", "The item is not a catalog listing");
  const draw = chance(world.seed, item.sellerId, item.good, 31);
  const isOpen = item.status === "active";
  const status = isOpen
    ? choose(["winning", "winning", "competing", "competing", "sharing_first_place", "listed"] as const, draw)
    : "listed";
  const winnerCents = status === "competing" ? Math.round(item.priceCents * 0.94) : item.priceCents;
  const boosts = boostIds.map((id, index) => ({
    id,
    status: chance(world.seed, item.good, index, 32) < 0.4 ? "boosted" : "opportunity",
    description: id.replaceAll("_", " "),
  }));
  const reason = isOpen ? ["manufacturing_time"] : ["item_paused"];
  return reply({
    item_id: item.id,
    current_price: amount(item.priceCents),
    currency_id: "BRL",
    price_to_win: status === "listed" ? null : amount(status === "competing" ? winnerCents - 10 : item.priceCents),
    boosts,
    status,
    consistent: true,
    visit_share: status === "winning" ? "maximum" : status === "sharing_first_place" ? "medium" : "minimum",
    competitors_sharing_first_place: status === "winning" ? 0 : status === "sharing_first_place" ? 2 : null,
    reason: status === "listed" ? reason : [],
    catalog_product_id: catalogProductId(item),
    winner:
      status === "winning"
        ? { item_id: item.id, price: amount(item.priceCents), currency_id: "BRL", boosts }
        : { item_id: "MLB4499999999", price: amount(winnerCents), currency_id: "BRL", boosts: [] },
  });
}

function hasSuggestion(world: World, item: SimItem | undefined): boolean {
  return item !== undefined && item.status === "active" && chance(world.seed, item.sellerId, item.good, 41) < 0.45;
}

function suggestion({ world, nowMs }: RouteContext, item: SimItem): Response {
  if (!hasSuggestion(world, item)) return refuse(404, "not_found", `item price suggestion not found, item id: [${item.id}]`);
  const market = Math.round(item.priceCents * (0.86 + chance(world.seed, item.good, 42) * 0.24));
  const ratio = item.priceCents / market;
  const status =
    ratio > 1.1
      ? "with_benchmark_highest"
      : ratio > 1.03
        ? "with_benchmark_high"
        : ratio > 0.95
          ? "no_benchmark_ok"
          : "no_benchmark_lowest";
  const money = (cents: number) => ({ amount: amount(cents), usd_amount: amount(Math.round(cents / 5.4)) });
  return reply({
    item_id: item.id,
    status,
    currency_id: "BRL",
    ratio: share(item.priceCents, market),
    current_price: money(item.priceCents),
    suggested_price: money(market),
    lowest_price: money(Math.round(market * 0.93)),
    internal_price: money(market),
    costs: { selling_fees: amount(Math.round(market * 0.13)), shipping_fees: 0 },
    applicable_suggestion: ratio > 1.03,
    percent_difference: Math.round((ratio - 1) * 100),
    metadata: { graph: [{ price: money(market), info: { title: item.title, sold_quantity: 120 } }], compared_values: 6 },
    last_updated: dayFirst(nowMs - 6 * 3_600_000),
  });
}

function listingPrices({ world, url, nowMs }: RouteContext): Response {
  const query = Object.fromEntries(url.searchParams);
  const price = Number(query["price"]);
  if (!(price > 0)) return refuse(400, "bad_request", "The price is required");
  const type = query["listing_type_id"];
  const isFull = type !== undefined && query["category_id"] !== undefined;
  const types = type === undefined ? ["gold_pro", "gold_special"] : [type];
  const answers = types.map((listingType) => {
    const fee = feeOf({
      priceCents: Math.round(price * 100),
      categoryId: query["category_id"] ?? "",
      listingType,
      logisticType: query["logistic_type"] ?? "not_specified",
      shippingMode: query["shipping_mode"] ?? "not_specified",
      atMs: nowMs,
    });
    return {
      currency_id: "BRL",
      listing_type_id: listingType,
      listing_type_name: listingType === "gold_pro" ? "Premium" : "Clássico",
      listing_exposure: "highest",
      listing_fee_amount: 0,
      listing_fee_details: { fixed_fee: 0, gross_amount: 0 },
      sale_fee_amount: amount(fee.totalCents),
      sale_fee_details: {
        percentage_fee: fee.percentBp / 100,
        fixed_fee: amount(fee.fixedCents),
        gross_amount: amount(fee.totalCents),
        financing_add_on_fee: listingType === "gold_pro" ? 5 : 0,
      },
    };
  });
  return reply(isFull && world.switches.feesAs === "single" ? answers[0] : answers);
}
