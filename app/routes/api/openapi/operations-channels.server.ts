import {
  disconnectChannelSchema,
  pauseChannelSchema,
  requestSyncSchema,
  setStockSourceSchema,
  stockDriftSchema,
} from "#app/domain/channels/schemas.ts";
import type { Operation } from "./operations.server.ts";

/** Marketplace accounts. Connecting one needs a person at the vendor's page, so there is no call for it. */
export const channelsOperations: readonly Operation[] = [
  {
    id: "listChannels",
    method: "get",
    path: "/channels",
    tag: "channels",
    needs: "channels:read",
    answer: { kind: "page", of: "Channel" },
  },
  {
    id: "readChannel",
    method: "get",
    path: "/channels/{id}",
    tag: "channels",
    needs: "channels:read",
    answer: { kind: "one", of: "ChannelDetail" },
  },
  {
    id: "pauseChannel",
    method: "patch",
    path: "/channels/{id}",
    tag: "channels",
    needs: "channels:write",
    body: pauseChannelSchema.omit({ id: true }),
    answer: { kind: "one", of: "ChannelState" },
  },
  {
    id: "disconnectChannel",
    method: "delete",
    path: "/channels/{id}",
    tag: "channels",
    needs: "channels:write",
    query: disconnectChannelSchema.omit({ id: true }).partial(),
    answer: { kind: "one", of: "Done" },
  },
  {
    id: "requestSync",
    method: "post",
    path: "/channels/{id}/syncs",
    tag: "channels",
    needs: "channels:write",
    body: requestSyncSchema.omit({ id: true }),
    status: 202,
    answer: { kind: "one", of: "SyncRequested" },
  },
  {
    id: "readStockDrift",
    method: "get",
    path: "/channels/{id}/stock",
    tag: "channels",
    needs: "warehouse:read",
    query: stockDriftSchema.omit({ id: true }),
    answer: { kind: "page", of: "StockDrift" },
  },
  {
    id: "setStockSource",
    method: "patch",
    path: "/channels/{id}/stock",
    tag: "channels",
    needs: "channels:write",
    body: setStockSourceSchema.omit({ id: true }),
    answer: { kind: "one", of: "StockSource" },
  },
];
