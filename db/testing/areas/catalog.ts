import { addVariant, updateVariant } from "#app/domain/catalog/save-variant.server.ts";
import { archiveProducts } from "#app/domain/catalog/archive-products.server.ts";
import { cancelListingChange } from "#app/domain/catalog/cancel-listing-change.server.ts";
import { createProduct } from "#app/domain/catalog/create-product.server.ts";
import { decideLinks } from "#app/domain/catalog/decide-links.server.ts";
import { exportListings, exportProducts } from "#app/domain/catalog/export-lists.server.ts";
import { linkListing } from "#app/domain/catalog/link-listing.server.ts";
import { listListings } from "#app/domain/catalog/list-listings.server.ts";
import { listProducts } from "#app/domain/catalog/list-products.server.ts";
import { makeProducts } from "#app/domain/catalog/make-products.server.ts";
import { previewListingChange } from "#app/domain/catalog/preview-listing-change.server.ts";
import { readListing } from "#app/domain/catalog/read-listing.server.ts";
import { readListingChange } from "#app/domain/catalog/read-listing-change.server.ts";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import { requestListingChange } from "#app/domain/catalog/request-listing-change.server.ts";
import { searchVariants } from "#app/domain/catalog/search-variants.server.ts";
import { summarizeListings } from "#app/domain/catalog/summarize-listings.server.ts";
import { summarizeProducts } from "#app/domain/catalog/summarize-products.server.ts";
import { previewCosts, setCosts } from "#app/domain/catalog/set-costs.server.ts";
import { undoListingChange } from "#app/domain/catalog/undo-listing-change.server.ts";
import { updateListing } from "#app/domain/catalog/update-listing.server.ts";
import { updateProduct } from "#app/domain/catalog/update-product.server.ts";
import { listViews } from "#app/domain/views/list-views.server.ts";
import { deleteView, renameView, saveView } from "#app/domain/views/save-view.server.ts";
import type { AreaVerbs, MemberVerb } from "../verb-walk.ts";

const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const reads = { needs: "catalog:read" } as const;
const writes = { needs: "catalog:write" } as const;
const own = { needs: "workspace:read", isForPeople: true } as const;
const refused = { foreignAnswer: "not_found" } as const;
const productFilter = { search: "optionalText", state: "optionalChoice", lacks: "optionalChoice", sort: "optionalChoice" } as const;
const listingFilter = {
  search: "optionalText",
  channelId: "optionalText",
  status: "optionalChoice",
  link: "optionalChoice",
  only: "optionalChoice",
  sort: "optionalChoice",
} as const;
const change = { listingIds: "optionalList", kind: "choice", rule: "choice", value: "optionalNumber", ending: "optionalChoice" } as const;

/** Another workspace's SKU is one nobody here knows. */
const costs = {
  input: () => ({ costs: [{ sku: "PAN-1", costCents: 900 }] }),
  fields: { costs: "list" },
  foreign: () => ({ costs: [{ sku: "OTHER-1", costCents: 900 }] }),
} as const;

async function drain(rows: AsyncGenerator): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const products: Record<string, MemberVerb> = {
  listProducts: { run: listProducts, ...reads, fields: { ...page, ...productFilter }, foreign: () => ({ search: "chaleira" }) },
  summarizeProducts: { run: summarizeProducts, ...reads },
  exportProducts: {
    run: async (ctx, input) => drain(await exportProducts(ctx, input)),
    ...reads,
    input: () => ({}),
    fields: productFilter,
  },
  readProduct: {
    run: readProduct,
    ...reads,
    ...refused,
    input: (home) => ({ id: home.shop.productId }),
    fields: { id: "text" },
    foreign: (other) => ({ id: other.shop.productId }),
  },
  searchVariants: { run: searchVariants, ...reads, fields: { search: "optionalText" }, foreign: () => ({ search: "sku" }) },
  createProduct: {
    run: createProduct,
    ...writes,
    input: () => ({ title: "Panela", variants: [{ sku: "PAN-1" }] }),
    fields: { title: "text", variants: "list" },
  },
  updateProduct: {
    run: updateProduct,
    ...writes,
    ...refused,
    input: (home) => ({ id: home.shop.productId, version: 1, title: "Outra" }),
    fields: { id: "text", version: "number", title: "optionalLine" },
    foreign: (other) => ({ id: other.shop.productId, version: 1, title: "Outra" }),
  },
  addVariant: {
    run: addVariant,
    ...writes,
    ...refused,
    input: (home) => ({ productId: home.shop.productId, sku: "NEW-1" }),
    fields: {
      productId: "text",
      sku: "text",
      costCents: "optionalNumber",
      stock: "optionalNumber",
      weightGrams: "optionalNumber",
      lengthMm: "optionalNumber",
    },
    foreign: (other) => ({ productId: other.shop.productId, sku: "NEW-1" }),
  },
  updateVariant: {
    run: updateVariant,
    ...writes,
    ...refused,
    input: (home) => ({ id: home.shop.variantId, version: 1, stock: 3 }),
    fields: { id: "text", version: "number", sku: "optionalLine", costCents: "optionalNumber", stock: "optionalNumber" },
    foreign: (other) => ({ id: other.shop.variantId, version: 1, stock: 3 }),
  },
  previewCosts: { run: previewCosts, ...writes, ...costs },
  setCosts: { run: setCosts, ...writes, ...costs },
  archiveProducts: {
    run: archiveProducts,
    ...writes,
    ...refused,
    input: (home) => ({ ids: [home.shop.productId], isArchived: true }),
    fields: { ids: "optionalList", isArchived: "optionalBoolean" },
    foreign: (other) => ({ ids: [other.shop.productId], isArchived: true }),
  },
};

const listings: Record<string, MemberVerb> = {
  listListings: {
    run: listListings,
    ...reads,
    fields: { ...page, ...listingFilter },
    foreign: (other) => ({ channelId: other.shop.channelId }),
  },
  summarizeListings: { run: summarizeListings, ...reads },
  exportListings: {
    run: async (ctx, input) => drain(await exportListings(ctx, input)),
    ...reads,
    input: () => ({}),
    fields: listingFilter,
  },
  readListing: {
    run: readListing,
    ...reads,
    ...refused,
    input: (home) => ({ id: home.shop.listingId }),
    fields: { id: "text" },
    foreign: (other) => ({ id: other.shop.listingId }),
  },
  updateListing: {
    run: updateListing,
    ...writes,
    ...refused,
    input: (home) => ({ id: home.shop.listingId, stock: 3 }),
    fields: { id: "text", priceCents: "optionalNumber", stock: "optionalNumber" },
    foreign: (other) => ({ id: other.shop.listingId, stock: 3 }),
  },
  linkListing: {
    run: linkListing,
    ...writes,
    ...refused,
    input: (home) => ({ id: home.shop.listingId, variantId: home.shop.variantId }),
    fields: { id: "text", variantId: "text" },
    foreign: (other) => ({ id: other.shop.listingId, variantId: other.shop.variantId }),
  },
  decideLinks: {
    run: decideLinks,
    ...writes,
    ...refused,
    input: (home) => ({ ids: [home.shop.listingId], decision: "ignore" }),
    fields: { ids: "optionalList", decision: "choice" },
    foreign: (other) => ({ ids: [other.shop.listingId], decision: "ignore" }),
  },
  makeProducts: {
    run: makeProducts,
    ...writes,
    ...refused,
    input: (home) => ({ ids: [home.shop.listingId] }),
    fields: { ids: "optionalList" },
    foreign: (other) => ({ ids: [other.shop.listingId] }),
  },
};

const changes: Record<string, MemberVerb> = {
  previewListingChange: {
    run: previewListingChange,
    ...writes,
    ...refused,
    input: (home) => ({ listingIds: [home.shop.listingId], kind: "price", rule: "percent", value: -500 }),
    fields: change,
    foreign: (other) => ({ listingIds: [other.shop.listingId], kind: "price", rule: "set", value: 1 }),
  },
  requestListingChange: {
    run: requestListingChange,
    ...writes,
    ...refused,
    input: (home) => ({ listingIds: [home.shop.listingId], kind: "price", rule: "set", value: 20_000 }),
    fields: change,
    foreign: (other) => ({ listingIds: [other.shop.listingId], kind: "price", rule: "set", value: 1 }),
  },
  readListingChange: {
    run: readListingChange,
    ...reads,
    ...refused,
    input: (home) => ({ id: home.shop.changeId }),
    fields: { id: "text", itemState: "optionalChoice", ...page },
    foreign: (other) => ({ id: other.shop.changeId }),
  },
  cancelListingChange: {
    run: async (ctx, input: { id: string; state: string; listingId?: string }) => {
      const id = input?.id === "own" && input.state === "cancelled" ? await startedChange(ctx, input.listingId ?? "") : input?.id;
      return cancelListingChange(ctx, { ...input, id });
    },
    ...writes,
    ...refused,
    input: (home) => ({ id: "own", state: "cancelled", listingId: home.shop.listingId }),
    fields: { id: "text", state: "choice" },
    foreign: (other) => ({ id: other.shop.changeId, state: "cancelled" }),
  },
  undoListingChange: {
    run: undoListingChange,
    ...writes,
    ...refused,
    input: (home) => ({ id: home.shop.changeId }),
    fields: { id: "text" },
    foreign: (other) => ({ id: other.shop.changeId }),
  },
};

/** The shop's change is over: a new one is there to be stopped. */
async function startedChange(ctx: Parameters<typeof requestListingChange>[0], listingId: string): Promise<string> {
  return (await requestListingChange(ctx, { listingIds: [listingId], kind: "price", rule: "amount", value: 100 })).id;
}

type OwnView = { id: string };

/** The shop's view is its owner's; everybody else brings one of their own. */
const views: Record<string, MemberVerb> = {
  listViews: { run: listViews, ...own, input: () => ({ page: "listings" }), fields: { page: "choice" } },
  saveView: {
    run: saveView,
    ...own,
    input: () => ({ page: "listings", name: "Mine", query: "status=active" }),
    fields: { page: "choice", name: "text", query: "optionalText" },
  },
  renameView: {
    run: async (ctx, input: OwnView & { name: string }) => renameView(ctx, { ...input, id: await ownViewId(ctx, input) }),
    ...own,
    ...refused,
    input: (home, caller) => ({ id: caller.role === "owner" ? home.shop.viewId : "own", name: "Renamed" }),
    fields: { id: "text", name: "text" },
    foreign: (other) => ({ id: other.shop.viewId, name: "Renamed" }),
  },
  deleteView: {
    run: async (ctx, input: OwnView) => deleteView(ctx, { ...input, id: await ownViewId(ctx, input) }),
    ...own,
    ...refused,
    input: (home, caller) => ({ id: caller.role === "owner" ? home.shop.viewId : "own" }),
    fields: { id: "text" },
    foreign: (other) => ({ id: other.shop.viewId }),
  },
};

async function ownViewId(ctx: Parameters<typeof saveView>[0], input: Partial<OwnView> | null | undefined): Promise<string> {
  const id = input?.id;
  return id === "own" ? (await saveView(ctx, { page: "listings", name: "Own", query: "" })).id : (id as string);
}

export const catalogVerbs: AreaVerbs = {
  verbs: { ...products, ...listings, ...changes, ...views },
  helpers: [
    "claimStock",
    "inIds",
    "noteTold",
    "noteUnasked",
    "noteUntold",
    "stockDifferences",
    "variantNames",
    "channelNames",
    "channelSources",
    "countUpTo",
    "findListing",
    "linkWrites",
    "listingsOf",
    "bulkLabel",
    "bulkSubject",
    "candidatesByCode",
    "candidatesByTitle",
    "productsOfSiblings",
    "siblingKey",
    "draftWrites",
    "variantsOf",
    "findProduct",
    "ensureSkuIsFree",
    "chosenListings",
    "planChanges",
    "startChange",
    "findListingChange",
    "findView",
  ],
  systemWork: ["giveUpListingChange", "linkListings", "movePrice", "runListingChange", "tellStock", "workspacesWithUntoldStock"],
};
