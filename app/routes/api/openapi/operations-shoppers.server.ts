import { eraseShoppersSchema } from "#app/domain/collect/erase-shoppers.server.ts";
import { exportShoppersSchema } from "#app/domain/collect/export-shoppers.server.ts";
import { listRejectedSchema, resolveRejectedSchema } from "#app/domain/collect/schemas.ts";
import { listInteractionsSchema, listSessionsSchema, listShoppersSchema } from "#app/domain/interactions/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { method: "get", tag: "shoppers", needs: "shoppers:read" } as const;
const writes = { method: "post", tag: "shoppers", needs: "shoppers:write" } as const;

/** What shoppers did, and what came in of it. */
export const shoppersOperations: readonly Operation[] = [
  { id: "listInteractions", ...reads, path: "/interactions", query: listInteractionsSchema, answer: { kind: "page", of: "Interaction" } },
  { id: "readInteraction", ...reads, path: "/interactions/{id}", answer: { kind: "one", of: "InteractionDetail" } },
  {
    id: "listShopperSessions",
    ...reads,
    path: "/shopper-sessions",
    query: listSessionsSchema,
    answer: { kind: "page", of: "ShopperSession" },
  },
  { id: "listOpenVisits", ...reads, path: "/shopper-sessions/open", answer: { kind: "page", of: "OpenVisit" } },
  { id: "readShopperSession", ...reads, path: "/shopper-sessions/{id}", answer: { kind: "one", of: "ShopperSessionDetail" } },
  { id: "readVisitEvents", ...reads, path: "/shopper-sessions/{id}/events", answer: { kind: "one", of: "ShopperEvents" } },
  {
    id: "listProductShoppers",
    ...reads,
    path: "/products/{id}/shoppers",
    query: listShoppersSchema.omit({ id: true }),
    answer: { kind: "one", of: "ProductShoppers" },
  },
  { id: "readIngest", ...reads, path: "/collect/health", answer: { kind: "one", of: "IngestHealth" } },
  { id: "listRejected", ...reads, path: "/collect/rejected", query: listRejectedSchema, answer: { kind: "page", of: "RejectedEvent" } },
  {
    id: "resolveRejected",
    ...writes,
    path: "/collect/rejected/{id}",
    body: resolveRejectedSchema.omit({ id: true }),
    answer: { kind: "one", of: "Done" },
  },
  { id: "eraseShoppers", ...writes, path: "/shoppers/erase", body: eraseShoppersSchema, answer: { kind: "one", of: "ErasedShoppers" } },
  {
    id: "exportShoppers",
    method: "get",
    tag: "shoppers",
    needs: "shoppers:write",
    path: "/shoppers/export",
    query: exportShoppersSchema,
    answer: { kind: "file", mediaType: "application/x-ndjson" },
  },
];
