import type { Action } from "../accounts/permissions.ts";

/** What one must be allowed to see to be told by its name that something of a kind is there. */
export const neededToFind: Readonly<Record<string, Action | undefined>> = {
  channel: "channels:read",
  vendor: "channels:read",
  product: "catalog:read",
  sku: "catalog:read",
  brand: "catalog:read",
  listing: "catalog:read",
  warehouse: "warehouse:read",
  zone: "warehouse:read",
  person: "warehouse:read",
  site: "shoppers:read",
  model: "ai:read",
  asker: "ai:read",
  order: "orders:read",
};
