import { ok, listParam, Refusal, type ShopCall, wholeParam, wrongParam } from "./answers.ts";
import { diagnose, toBaseInfo, toModelList } from "./render-items.ts";
import type { SimItem, SimShop } from "./world.ts";

const statuses: ReadonlySet<string> = new Set(["NORMAL", "BANNED", "UNLIST", "REVIEWING", "SELLER_DELETE", "SHOPEE_DELETE"]);
const newestComments = 500;

export function getItemList({ world, shop, params }: ShopCall): Response {
  const offset = wholeParam(params, "offset", { min: 0, max: 1_000_000, otherwise: 0 });
  const pageSize = wholeParam(params, "page_size", { min: 1, max: 100 });
  const wanted = params.getAll("item_status");
  if (wanted.length === 0 || wanted.some((status) => !statuses.has(status))) throw wrongParam("item_status is wrong.");
  const fromS = Number(params.get("update_time_from") ?? 0);
  const toS = Number(params.get("update_time_to") ?? Number.MAX_SAFE_INTEGER);
  // A big shop is read whole in hundreds of pages, which must not each look at every item.
  const isWhole = new Set(wanted).size === statuses.size && !params.has("update_time_from") && !params.has("update_time_to");
  const isWanted = (item: SimItem) => wanted.includes(item.status) && item.updateS >= fromS && item.updateS <= toS;
  const matching = isWhole ? shop.items : shop.items.filter(isWanted);
  const page = matching.slice(offset, offset + pageSize);
  const hasNext = offset + page.length < matching.length;
  return ok(world, {
    item: page.map(({ itemId, status, updateS }) => ({ item_id: itemId, item_status: status, update_time: updateS })),
    total_count: matching.length,
    has_next_page: hasNext,
    ...(hasNext ? { next_offset: offset + page.length } : {}),
  });
}

export function getBaseInfo({ world, shop, params, origin }: ShopCall): Response {
  const items = itemsOf(shop, listParam(params, "item_id_list", 50));
  return ok(world, { item_list: items.map((item) => toBaseInfo(item, origin)) });
}

export function getModelList({ world, shop, params }: ShopCall): Response {
  const [item] = itemsOf(shop, listParam(params, "item_id", 1));
  if (item === undefined) throw new Refusal("product.error_item_not_found", "The item is not found.", 403);
  return ok(world, toModelList(item));
}

export function getExtraInfo({ world, shop, params }: ShopCall): Response {
  const items = itemsOf(shop, listParam(params, "item_id_list", 50));
  return ok(world, {
    item_list: items.map((item) => {
      const { sum, count } = shop.ratings.get(item.itemId) ?? { sum: 0, count: 0 };
      const star = count === 0 ? 0 : Math.round((sum / count) * 100) / 100;
      return {
        item_id: item.itemId,
        sale: item.sold,
        views: item.sold * 37,
        likes: item.sold % 50,
        rating_star: star,
        comment_count: count,
      };
    }),
  });
}

export function getDiagnosis({ world, shop, params }: ShopCall): Response {
  const ids = listParam(params, "item_id_list", 48);
  const items = itemsOf(shop, ids);
  const known = new Set(items.map(({ itemId }) => String(itemId)));
  return ok(world, {
    success_item_list: items.map(diagnose),
    failure_item_list: ids.filter((id) => !known.has(id)).map((id) => ({ item_id: Number(id), failed_reason: "The item is not found." })),
  });
}

/** The newest first, and never more than the 500 newest. */
export function getComments({ world, shop, params }: ShopCall): Response {
  const pageSize = wholeParam(params, "page_size", { min: 1, max: 100 });
  const start = wholeParam(params, "cursor", { min: 0, max: newestComments, otherwise: 0 });
  const itemId = params.get("item_id");
  const matching = shop.comments.filter((comment) => itemId === null || String(comment.itemId) === itemId);
  const newest = matching.slice(-newestComments).reverse();
  const page = newest.slice(start, start + pageSize);
  const more = start + page.length < newest.length;
  return ok(world, {
    item_comment_list: page.map((comment) => ({
      comment_id: comment.commentId,
      order_sn: comment.orderSn,
      item_id: comment.itemId,
      model_id_list: [comment.modelId],
      buyer_username: comment.buyerName,
      rating_star: comment.rating,
      comment: comment.text,
      create_time: comment.createS,
      editable: "NO_EDIT",
      hidden: false,
      media: { image_url_list: [], video_url_list: [] },
      ...(comment.reply === "" ? {} : { comment_reply: { reply: comment.reply, hidden: false } }),
    })),
    more,
    next_cursor: more ? String(start + page.length) : "",
  });
}

/** What is asked for and is another's, or nobody's, is simply not in the answer. */
function itemsOf(shop: SimShop, ids: readonly string[]): SimItem[] {
  return ids.map((id) => shop.itemById.get(Number(id))).filter((item) => item !== undefined);
}
