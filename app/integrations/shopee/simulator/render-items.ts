import { type GoodsCategory, simulatedGood } from "../../simulated-goods.ts";
import type { SimItem, SimModel } from "./world.ts";

const categories: Record<GoodsCategory, number> = {
  cozinha: 100_631,
  organizacao: 100_637,
  "cama-mesa-banho": 100_636,
  ferramentas: 100_641,
  iluminacao: 100_640,
  jardim: 100_639,
  pet: 100_643,
  escritorio: 100_644,
};

const suggestions: Record<number, string> = {
  1: "Add at least 3 images",
  7: "Add at least 100 characters or 1 image for desc",
  8: "Add characters for name to 25~100",
  10: "Add video",
  11: "Add at least 3 attributes",
};

export function toBaseInfo(item: SimItem, origin: string): Record<string, unknown> {
  const good = simulatedGood(item.good);
  const [model] = item.models;
  return {
    item_id: item.itemId,
    category_id: categories[good.category],
    item_name: item.title,
    description: item.description,
    item_sku: item.hasModel ? "" : (model?.sku ?? ""),
    gtin_code: item.hasModel ? "" : (model?.gtin ?? ""),
    create_time: item.createS,
    update_time: item.updateS,
    item_status: item.status,
    has_model: item.hasModel,
    condition: "NEW",
    // Priced and stocked by model where there are models.
    ...(item.hasModel || model === undefined ? {} : { price_info: priceInfo(model), stock_info_v2: stockInfo(item, model) }),
    image: { image_url_list: Array.from({ length: good.imageCount }, (_, index) => `${origin}/images/${item.good}-${index + 1}.svg`) },
    attribute_list: good.attributes
      .filter(({ key }) => key !== "BRAND")
      .map(({ name, value }, index) => ({
        attribute_id: 100_000 + index,
        original_attribute_name: name,
        is_mandatory: index === 0,
        attribute_value_list: [{ value_id: 0, original_value_name: value, value_unit: "" }],
      })),
    brand: { brand_id: 1_000_000 + good.brand.length, original_brand_name: good.brand },
    weight: (good.weightGrams / 1_000).toFixed(2),
    dimension: { package_length: 30, package_width: 20, package_height: 10 },
    logistic_info: [{ logistic_id: 90_001, logistic_name: "Shopee Xpress", enabled: true, is_free: item.good % 3 === 0 }],
    pre_order: { is_pre_order: false, days_to_ship: 2 },
    tax_info: { ncm: "73239300", cest: "0300100", origin: "0" },
  };
}

export function toModelList(item: SimItem): Record<string, unknown> {
  if (!item.hasModel) return { tier_variation: [], model: [] };
  return {
    tier_variation: [{ name: "Opção", option_list: item.models.map(({ name }) => ({ option: name })) }],
    model: item.models.map((model, index) => ({
      model_id: model.modelId,
      model_sku: model.sku,
      gtin_code: model.gtin,
      tier_index: [index],
      price_info: priceInfo(model),
      stock_info_v2: stockInfo(item, model),
    })),
  };
}

function priceInfo(model: SimModel): Record<string, unknown>[] {
  return [
    {
      currency: "BRL",
      original_price: model.priceCents / 100,
      current_price: (model.promotionCents ?? model.priceCents) / 100,
    },
  ];
}

function stockInfo(item: SimItem, model: SimModel): Record<string, unknown> {
  const kept = [{ location_id: "BRZ", stock: model.stock }];
  return {
    summary_info: { total_available_stock: model.stock, total_reserved_stock: model.reserved },
    seller_stock: item.isFbs ? [{ location_id: "", stock: 0 }] : [{ location_id: "", stock: model.stock }],
    ...(item.isFbs ? { shopee_stock: kept } : {}),
  };
}

/** Judged by what the item really holds. Items that are banned or deleted are not judged at all. */
export function diagnose(item: SimItem): Record<string, unknown> {
  const good = simulatedGood(item.good);
  if (item.status !== "NORMAL" && item.status !== "UNLIST" && item.status !== "REVIEWING")
    return { item_id: item.itemId, quality_level: 0, unfinished_task: [] };
  const issues: number[] = [];
  if (good.imageCount < 3) issues.push(1);
  if (item.description.length < 100) issues.push(7);
  if (item.title.length < 25 || item.title.length > 100) issues.push(8);
  const isQualified = issues.length === 0;
  if (item.good % 3 !== 0) issues.push(10);
  if (good.attributes.length < 3) issues.push(11);
  const level = isQualified ? (issues.length === 0 ? 3 : 2) : 1;
  const tasks = issues.map((issue) => ({ issue_type: issue, suggestion: suggestions[issue] ?? "" }));
  return { item_id: item.itemId, quality_level: level, unfinished_task: tasks };
}
