import { z } from "zod";
import { ok, Refusal, type ShopCall, wrongParam } from "./answers.ts";
import { note, type SimItem, type SimModel } from "./world.ts";

const priceBody = z.object({
  item_id: z.number().int(),
  price_list: z
    .array(z.object({ model_id: z.number().int().default(0), original_price: z.number() }))
    .min(1)
    .max(50),
});
const stockBody = z.object({
  item_id: z.number().int(),
  stock_list: z
    .array(
      z.object({
        model_id: z.number().int().default(0),
        seller_stock: z.array(z.object({ location_id: z.string().optional(), stock: z.number().int() })).min(1),
      }),
    )
    .min(1)
    .max(50),
});

const unlistBody = z.object({
  item_list: z
    .array(z.object({ item_id: z.number().int(), unlist: z.boolean() }))
    .min(1)
    .max(50),
});

const maxPriceCents = 99_999_999;
const maxStock = 999_999;

type Failure = { model_id: number; failed_reason: string };

/** Some models may be taken and others not: both lists, and no error. */
export function updatePrice(call: ShopCall): Response {
  const body = parse(priceBody, call.body);
  const item = writable(call, body.item_id);
  const taken: { model_id: number; original_price: number }[] = [];
  const failed: Failure[] = [];
  for (const { model_id, original_price } of body.price_list) {
    const model = item.models.find(({ modelId }) => modelId === model_id);
    const reason = whyNotPrice(model, original_price);
    if (model === undefined || reason !== undefined) {
      failed.push({ model_id, failed_reason: reason ?? "" });
      continue;
    }
    model.priceCents = Math.round(original_price * 100);
    taken.push({ model_id, original_price });
  }
  return settle(call, item, "price", { taken, failed });
}

function whyNotPrice(model: SimModel | undefined, price: number): string | undefined {
  if (model === undefined) return "The model is not found.";
  if (model.promotionCents !== null) return "The price cannot be edited while the item is under promotion.";
  const cents = price * 100;
  if (Math.abs(cents - Math.round(cents)) > 1e-6) return "Invalid price: at most two decimals.";
  return cents < 100 || cents > maxPriceCents ? "The price is out of the allowed range." : undefined;
}

export function updateStock(call: ShopCall): Response {
  const body = parse(stockBody, call.body);
  const item = writable(call, body.item_id);
  const taken: { model_id: number; seller_stock: { location_id: string; stock: number }[] }[] = [];
  const failed: Failure[] = [];
  for (const { model_id, seller_stock } of body.stock_list) {
    const model = item.models.find(({ modelId }) => modelId === model_id);
    const stock = seller_stock.reduce((sum, location) => sum + location.stock, 0);
    const reason = whyNotStock(item, model, stock);
    if (model === undefined || reason !== undefined) {
      failed.push({ model_id, failed_reason: reason ?? "" });
      continue;
    }
    if (!item.isFbs) model.stock = stock;
    taken.push({ model_id, seller_stock: [{ location_id: "", stock }] });
  }
  return settle(call, item, "stock", { taken, failed });
}

function whyNotStock(item: SimItem, model: SimModel | undefined, stock: number): string | undefined {
  if (model === undefined) return "The model is not found.";
  if (item.isFbs && stock > 0) return "Seller stock must be 0 for items fulfilled by Shopee (FBS).";
  if (stock < 0 || stock > maxStock) return "The stock is out of the allowed range.";
  return !item.isFbs && stock < model.reserved ? "The stock is less than the reserved stock." : undefined;
}

/** Takes items out of sight and brings them back, many in one call; each is told its own. */
export function unlistItems(call: ShopCall): Response {
  const { item_list } = parse(unlistBody, call.body);
  const taken: { item_id: number; unlist: boolean }[] = [];
  const failed: { item_id: number; failed_reason: string }[] = [];
  for (const { item_id, unlist } of item_list) {
    const item = call.shop.itemById.get(item_id);
    const reason = whyNotUnlist(item);
    if (item === undefined || reason !== undefined) {
      failed.push({ item_id, failed_reason: reason ?? "" });
      continue;
    }
    item.status = unlist ? "UNLIST" : "NORMAL";
    item.updateS = call.nowS;
    note(call.world, call.tools.nowMs, { shopId: call.shop.shopId, what: unlist ? "unlisted" : "relisted", ref: String(item_id) });
    taken.push({ item_id, unlist });
  }
  return ok(call.world, { success_list: taken, failure_list: failed });
}

const itemBody = z.object({
  item_id: z.number().int(),
  item_name: z.string().optional(),
  description: z.string().optional(),
});

/** Name and description are of the item as a whole; each has a length the vendor insists on. */
export function updateItem(call: ShopCall): Response {
  const { item_id, item_name, description } = parse(itemBody, call.body);
  const item = writable(call, item_id);
  if (item_name !== undefined && (item_name.trim().length < 1 || item_name.length > 120)) {
    throw new Refusal("product.error_param", "The length of the item name is out of range.");
  }
  if (description !== undefined && (description.trim().length < 20 || description.length > 3_000)) {
    throw new Refusal("product.error_param", "The length of the description is out of range.");
  }
  item.title = item_name ?? item.title;
  item.description = description ?? item.description;
  item.updateS = call.nowS;
  note(call.world, call.tools.nowMs, { shopId: call.shop.shopId, what: "text set", ref: String(item_id) });
  return ok(call.world, { item_id, item_name: item.title, description: item.description });
}

function whyNotUnlist(item: SimItem | undefined): string | undefined {
  if (item === undefined) return "The item is not found.";
  if (item.status === "SELLER_DELETE" || item.status === "SHOPEE_DELETE") return "The item is deleted.";
  if (item.status === "BANNED") return "The item is banned.";
  return item.status === "REVIEWING" ? "The item is under review." : undefined;
}

function settle(call: ShopCall, item: SimItem, what: string, { taken, failed }: { taken: unknown[]; failed: Failure[] }): Response {
  if (taken.length > 0) {
    item.updateS = call.nowS;
    note(call.world, call.tools.nowMs, { shopId: call.shop.shopId, what: `${what} set`, ref: String(item.itemId) });
  }
  return ok(call.world, { success_list: taken, failure_list: failed });
}

function writable({ shop }: ShopCall, itemId: number): SimItem {
  const item = shop.itemById.get(itemId);
  if (item === undefined) throw new Refusal("product.error_item_not_found", "The item is not found.", 403);
  if (item.status === "SELLER_DELETE" || item.status === "SHOPEE_DELETE") throw new Refusal("product.error_busi", "The item is deleted.");
  if (item.status === "BANNED") throw new Refusal("product.error_busi", "The item is banned.");
  return item;
}

export function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrongParam(`${issue?.path.join(".") ?? "body"}: ${issue?.message ?? "wrong"}`);
}
