import type {
  ListingQuality,
  ListingStatus,
  RemoteAccount,
  RemoteListing,
  RemoteReview,
  Reputation,
  ReputationMetric,
} from "#app/domain/channels/remote.ts";
import type { WireComment, WireDiagnosis, WireExtra, WireItem, WireModels, WirePerformance, WireShop } from "./wire.ts";

/** One listing as several calls tell it; what was not to be had is undefined. */
export type ItemParts = {
  item: WireItem;
  models: WireModels | undefined;
  extra: WireExtra | undefined;
  diagnosis: WireDiagnosis | undefined;
};

const statuses: Record<string, ListingStatus> = {
  NORMAL: "active",
  UNLIST: "paused",
  BANNED: "inactive",
  REVIEWING: "review",
  SELLER_DELETE: "closed",
  SHOPEE_DELETE: "closed",
};

/** Shopee tells three steps and no number: these are ours, so that steps can be compared with other marketplaces' scores. */
const qualityLevels: Record<number, { score: number; level: string }> = {
  1: { score: 40, level: "to-be-improved" },
  2: { score: 75, level: "qualified" },
  3: { score: 100, level: "excellent" },
};

const issueKeys: Record<number, string> = {
  1: "too-few-images",
  2: "wrong-category",
  3: "too-few-attributes",
  4: "no-size-chart",
  5: "no-standard-variation",
  6: "no-brand",
  7: "short-description",
  8: "name-length",
  9: "wrong-weight",
  10: "no-video",
  11: "too-few-attributes-for-excellent",
};

type Sellable = Pick<WireModels["model"][number], "model_sku" | "gtin_code" | "price_info" | "stock_info_v2">;

/** One entry for a plain item, one a model otherwise. Undefined when the item does not say what it costs. */
export function toListings(parts: ItemParts, shopId: string): RemoteListing[] | undefined {
  const { item, models } = parts;
  if (!item.has_model) {
    const { price_info, stock_info_v2 } = item;
    if (!price_info?.length || !stock_info_v2) return undefined;
    const self = { model_sku: item.item_sku, gtin_code: item.gtin_code, price_info, stock_info_v2 };
    return [toListing(parts, shopId, { modelRef: "", modelName: "" }, self)];
  }
  return models?.model.map((model) => {
    const names = (model.tier_index ?? []).map((option, tier) => models.tier_variation?.[tier]?.option_list[option]?.option ?? "");
    const modelName = names.filter((name) => name !== "").join(" / ");
    return toListing(parts, shopId, { modelRef: model.model_id, modelName }, model);
  });
}

function toListing(parts: ItemParts, shopId: string, model: { modelRef: string; modelName: string }, sellable: Sellable): RemoteListing {
  const { item, extra, diagnosis } = parts;
  const [price] = sellable.price_info;
  const current = price?.current_price ?? 0;
  const original = price?.original_price ?? 0;
  const { total_available_stock, total_reserved_stock } = sellable.stock_info_v2.summary_info;
  const isFulfilledByShopee = (sellable.stock_info_v2.shopee_stock ?? []).length > 0;
  return {
    listingRef: item.item_id,
    ...model,
    title: item.item_name,
    sku: orNull(sellable.model_sku),
    gtin: /^\d{8,14}$/.test(sellable.gtin_code) && !/^0+$/.test(sellable.gtin_code) ? sellable.gtin_code : null,
    categoryRef: item.category_id ?? "",
    listingType: "",
    logisticType: isFulfilledByShopee ? "fulfilled-by-shopee" : "seller",
    condition: item.condition.toLowerCase(),
    currency: price?.currency || "BRL",
    priceCents: current,
    regularPriceCents: original > current ? original : null,
    stock: total_available_stock,
    reserved: total_reserved_stock,
    sold: extra?.sale ?? 0,
    status: statuses[item.item_status] ?? "inactive",
    statusReasons: item.item_status === "NORMAL" ? [] : [item.item_status],
    permalink: `https://shopee.com.br/product/${shopId}/${item.item_id}`,
    imageUrls: item.image?.image_url_list ?? [],
    attributes: toAttributes(item),
    description: orNull(item.description),
    freeShipping: (item.logistic_info ?? []).some((channel) => channel.enabled && channel.is_free === true),
    isCatalog: false,
    isPriceAutomated: false,
    quality: toQuality(diagnosis),
    competition: null,
    priceReference: null,
    visits30d: null,
    rating: extra?.comment_count ? (extra.rating_star ?? null) : null,
    reviews: extra?.comment_count ?? null,
    createdAtMs: item.create_time,
    updatedAtMs: item.update_time,
  };
}

function toAttributes(item: WireItem): RemoteListing["attributes"] {
  const brand = item.brand?.original_brand_name ?? "";
  const attributes = (item.attribute_list ?? []).flatMap((attribute) => {
    const value = (attribute.attribute_value_list ?? []).map((one) => `${one.original_value_name}${one.value_unit}`).join(", ");
    return value === "" ? [] : [{ key: attribute.attribute_id, name: attribute.original_attribute_name, value }];
  });
  return [
    ...(brand === "" || brand === "NoBrand" ? [] : [{ key: "brand", name: "Marca", value: brand }]),
    ...attributes,
    ...(item.weight === "" ? [] : [{ key: "weight", name: "Peso (kg)", value: item.weight }]),
  ];
}

/** Level 0 says that nothing was judged, which is not a bad score. */
function toQuality(diagnosis: WireDiagnosis | undefined): ListingQuality | null {
  const level = qualityLevels[diagnosis?.quality_level ?? 0];
  if (diagnosis === undefined || level === undefined) return null;
  const issues = (diagnosis.unfinished_task ?? []).map(({ issue_type, suggestion }) => ({
    key: issueKeys[issue_type] ?? `issue-${issue_type}`,
    text: suggestion,
    harmful: false,
  }));
  return { ...level, issues };
}

export function toReview(comment: WireComment): RemoteReview {
  return {
    reviewRef: comment.comment_id,
    listingRef: comment.item_id,
    modelRef: comment.model_id_list?.find((model) => model !== "0") ?? null,
    rating: comment.rating_star,
    title: "",
    text: comment.comment,
    likes: 0,
    reply: orNull(comment.comment_reply?.reply ?? ""),
    writtenAtMs: comment.create_time,
  };
}

const ratings: Record<number, string> = { 1: "Poor", 2: "ImprovementNeeded", 3: "Good", 4: "Excellent" };

export function toAccount(shopId: string, shop: WireShop, performance: WirePerformance | undefined): RemoteAccount {
  return {
    accountRef: shopId,
    name: shop.shop_name,
    site: shop.region || "BR",
    isUsable: shop.status === "NORMAL" || shop.status === "",
    tags: shop.status === "NORMAL" || shop.status === "" ? [] : [shop.status.toLowerCase()],
    reputation: performance === undefined ? null : toReputation(performance),
    answerMinutes: null,
  };
}

function toReputation({ overall_performance, metric_list }: WirePerformance): Reputation {
  return {
    level: ratings[overall_performance.rating] ?? null,
    medal: null,
    levelWithoutProtection: null,
    protectedUntilMs: null,
    metrics: metric_list.flatMap(toMetric),
    salesCompleted: null,
  };
}

const units: Record<string, NonNullable<ReputationMetric["unit"]> | "percent"> = {
  1: "number",
  2: "percent",
  3: "second",
  4: "day",
  5: "hour",
};

function toMetric(metric: WirePerformance["metric_list"][number]): ReputationMetric[] {
  const unit = units[String(metric.unit)];
  if (unit === undefined || metric.current_period === null || metric.current_period === undefined) return [];
  const target = metric.target;
  return [
    {
      key: metric.metric_name,
      rateBp: Math.round(metric.current_period * 100),
      count: null,
      base: null,
      windowDays: null,
      target: target ? { valueBp: Math.round(target.value * 100), isFloor: target.comparator.startsWith(">") } : null,
      ...(unit === "percent" ? {} : { unit }),
    },
  ];
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
