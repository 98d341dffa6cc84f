import { simulatedGood } from "../../simulated-goods.ts";
import type { SimItem, SimVariation } from "./model.ts";
import { shippingModeOf } from "./shipments-made.ts";
import { amount, utcIso } from "./replies.ts";

/** Others see of a quantity only which bucket it is in. */
const buckets = [50_000, 5_000, 500, 250, 200, 150, 100, 50, 1] as const;

function bucketOf(quantity: number): number | undefined {
  return buckets.find((bucket) => quantity >= bucket);
}

type View = { isOwner: boolean; withAllAttributes: boolean };

export function itemBody(item: SimItem, view: View): Record<string, unknown> {
  const quantity = view.isOwner ? item.quantity : bucketOf(item.quantity);
  return {
    id: item.id,
    site_id: "MLB",
    title: item.title,
    seller_id: item.sellerId,
    category_id: item.categoryId,
    official_store_id: null,
    price: amount(item.priceCents),
    base_price: amount(item.priceCents),
    original_price: item.originalCents === null ? null : amount(item.originalCents),
    currency_id: "BRL",
    initial_quantity: item.quantity + item.sold,
    ...(quantity === undefined ? {} : { available_quantity: quantity }),
    ...(view.isOwner ? { sold_quantity: item.sold, start_time: utcIso(item.createdMs) } : {}),
    buying_mode: "buy_it_now",
    listing_type_id: item.listingType,
    condition: "new",
    permalink: `https://produto.mercadolivre.com.br/${item.id.slice(0, 3)}-${item.id.slice(3)}-${slug(item.title)}-_JM`,
    thumbnail_id: pictureId(item, 0),
    pictures: Array.from({ length: item.pictures }, (_, index) => picture(pictureId(item, index))),
    video_id: null,
    descriptions: [],
    shipping: shippingBody(item),
    attributes: attributesOf(item, view.isOwner),
    variations: item.variations.map((variation) => variationBody(item, variation, view)),
    status: item.status,
    sub_status: item.subStatus,
    tags: item.pictures > 2 ? ["good_quality_picture", "good_quality_thumbnail"] : ["poor_quality_thumbnail"],
    warranty: "Garantia do vendedor: 12 meses",
    catalog_product_id: item.isCatalog ? catalogProductId(item) : null,
    domain_id: `MLB-${item.categoryId.slice(3)}`,
    parent_item_id: null,
    health: null,
    catalog_listing: item.isCatalog,
    seller_custom_field: null,
    user_product_id: item.variations.length > 0 ? null : item.userProductId,
    family_name: null,
    date_created: utcIso(item.createdMs),
    last_updated: utcIso(item.updatedMs),
    channels: ["marketplace"],
  };
}

function shippingBody(item: SimItem): unknown {
  return {
    mode: shippingModeOf(item.logisticType),
    logistic_type: item.logisticType,
    free_shipping: item.freeShipping,
    free_methods: [],
    local_pick_up: false,
    store_pick_up: false,
    tags: item.freeShipping ? ["mandatory_free_shipping"] : [],
    dimensions: null,
  };
}

function variationBody(item: SimItem, variation: SimVariation, view: View): Record<string, unknown> {
  const quantity = view.isOwner ? variation.quantity : bucketOf(variation.quantity);
  return {
    id: variation.id,
    price: amount(variation.priceCents),
    attribute_combinations: [
      { id: variation.optionName === "Cor" ? "COLOR" : "SIZE", name: variation.optionName, value_id: null, value_name: variation.option },
    ],
    ...(quantity === undefined ? {} : { available_quantity: quantity }),
    ...(view.isOwner ? { sold_quantity: variation.sold } : {}),
    ...(view.withAllAttributes ? { attributes: codes(variation) } : {}),
    sale_terms: [],
    picture_ids: [pictureId(item, variation.good % Math.max(1, item.pictures))],
    catalog_product_id: null,
    seller_custom_field: null,
    user_product_id: variation.userProductId,
  };
}

function codes({ sku, gtin }: { sku: string | null; gtin: string | null }): unknown[] {
  return [
    ...(sku === null ? [] : [attribute("SELLER_SKU", "SKU", sku)]),
    ...(gtin === null ? [] : [attribute("GTIN", "Código universal de produto", gtin)]),
  ];
}

function attributesOf(item: SimItem, isOwner: boolean): unknown[] {
  const own = simulatedGood(item.good).attributes.filter(({ key }) => item.variations.length === 0 || key === "BRAND");
  return [
    attribute("ITEM_CONDITION", "Condição do item", "Novo"),
    ...own.map(({ key, name, value }) => attribute(key, name, value)),
    ...(isOwner ? codes(item) : []),
  ];
}

function attribute(id: string, name: string, value: string): unknown {
  return { id, name, value_id: null, value_name: value, value_type: "string" };
}

export function catalogProductId({ good }: SimItem): string {
  return `MLB${20_000_000 + good}`;
}

function pictureId({ good }: SimItem, index: number): string {
  return `${800_000 + good}-MLB${70_000_000_000 + good * 10 + index}_112026`;
}

function picture(id: string): unknown {
  const url = `http2.mlstatic.com/D_${id}-O.jpg`;
  return { id, url: `http://${url}`, secure_url: `https://${url}`, size: "500x500", max_size: "1200x1200", quality: "" };
}

function slug(title: string): string {
  return title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\da-z]+/g, "-");
}
