import { productLabelsSchema } from "#app/domain/warehouse/labels/schemas.ts";
import {
  costsSchema,
  createProductSchema,
  listingChangeSchema,
  listingChangeStateSchema,
  listListingsSchema,
  listProductsSchema,
  readListingChangeSchema,
  updateListingSchema,
  updateProductSchema,
  updateVariantSchema,
} from "#app/domain/catalog/schemas.ts";
import type { Operation } from "./operations.server.ts";

const base = { tag: "catalog" } as const;
const reads = { ...base, needs: "catalog:read" } as const;
const writes = { ...base, needs: "catalog:write" } as const;
const one = (
  of:
    | "Product"
    | "Listing"
    | "ListingChange"
    | "Created"
    | "Saved"
    | "Ids"
    | "Costs"
    | "StartedChange"
    | "ChangePreview"
    | "UpdatedListing",
) => ({ kind: "one", of }) as const;
const pageOf = (of: "ProductRow" | "ListingRow") => ({ kind: "page", of }) as const;

/** Products, listings and changes of many listings. */
export const catalogOperations: readonly Operation[] = [
  { ...reads, id: "listProducts", method: "get", path: "/products", query: listProductsSchema, answer: pageOf("ProductRow") },
  { ...writes, id: "createProduct", method: "post", path: "/products", body: createProductSchema, status: 201, answer: one("Created") },
  { ...reads, id: "readProduct", method: "get", path: "/products/{id}", answer: one("Product") },
  {
    ...writes,
    id: "updateProduct",
    method: "patch",
    path: "/products/{id}",
    body: updateProductSchema.omit({ id: true }),
    answer: one("Saved"),
  },
  { ...writes, id: "archiveProduct", method: "delete", path: "/products/{id}", answer: one("Ids") },
  {
    ...reads,
    id: "readProductLabels",
    method: "get",
    path: "/products/{id}/labels",
    query: productLabelsSchema.omit({ id: true }),
    answer: { kind: "file", mediaType: "application/zpl" },
  },
  {
    ...writes,
    id: "updateVariant",
    method: "patch",
    path: "/variants/{id}",
    body: updateVariantSchema.omit({ id: true }),
    answer: one("Saved"),
  },
  { ...writes, id: "setCosts", method: "put", path: "/costs", body: costsSchema, answer: one("Costs") },
  { ...reads, id: "listListings", method: "get", path: "/listings", query: listListingsSchema, answer: pageOf("ListingRow") },
  { ...reads, id: "readListing", method: "get", path: "/listings/{id}", answer: one("Listing") },
  {
    ...writes,
    id: "updateListing",
    method: "patch",
    path: "/listings/{id}",
    body: updateListingSchema.omit({ id: true }),
    answer: one("UpdatedListing"),
  },
  {
    ...writes,
    id: "requestListingChange",
    method: "post",
    path: "/listing-changes",
    body: listingChangeSchema,
    status: 202,
    answer: one("StartedChange"),
  },
  {
    ...writes,
    id: "previewListingChange",
    method: "post",
    path: "/listing-changes/preview",
    body: listingChangeSchema,
    answer: one("ChangePreview"),
  },
  {
    ...writes,
    id: "cancelListingChange",
    method: "patch",
    path: "/listing-changes/{id}",
    body: listingChangeStateSchema.omit({ id: true }),
    answer: one("Created"),
  },
  {
    ...reads,
    id: "readListingChange",
    method: "get",
    path: "/listing-changes/{id}",
    query: readListingChangeSchema.omit({ id: true }),
    answer: one("ListingChange"),
  },
  {
    ...writes,
    id: "undoListingChange",
    method: "delete",
    path: "/listing-changes/{id}",
    status: 202,
    answer: one("StartedChange"),
  },
];
