import { envelopeSchema } from "#app/domain/warehouse/ledger/commands.ts";
import { createWarehouseSchema, createZoneSchema, listStockSchema } from "#app/domain/warehouse/schemas.ts";
import type { Operation } from "./operations.server.ts";

/** The floor: places, what lies in them, and everything that can be asked of a zone. */
export const warehouseOperations: readonly Operation[] = [
  {
    id: "listWarehouses",
    method: "get",
    path: "/warehouses",
    tag: "warehouse",
    needs: "warehouse:read",
    answer: { kind: "page", of: "Warehouse" },
  },
  {
    id: "createWarehouse",
    method: "post",
    path: "/warehouses",
    tag: "warehouse",
    needs: "warehouse:write",
    body: createWarehouseSchema,
    status: 201,
    answer: { kind: "one", of: "Created" },
  },
  {
    id: "createZone",
    method: "post",
    path: "/zones",
    tag: "warehouse",
    needs: "warehouse:write",
    body: createZoneSchema,
    status: 201,
    answer: { kind: "one", of: "Created" },
  },
  { id: "readZone", method: "get", path: "/zones/{id}", tag: "warehouse", needs: "warehouse:read", answer: { kind: "one", of: "Zone" } },
  {
    id: "commandZone",
    method: "post",
    path: "/zones/{id}/commands",
    tag: "warehouse",
    needs: "floor:work",
    body: envelopeSchema,
    answer: { kind: "one", of: "ZoneReply" },
  },
  {
    id: "checkZone",
    method: "get",
    path: "/zones/{id}/check",
    tag: "warehouse",
    needs: "warehouse:read",
    answer: { kind: "one", of: "ZoneCheck" },
  },
  {
    id: "listStock",
    method: "get",
    path: "/stock",
    tag: "warehouse",
    needs: "warehouse:read",
    query: listStockSchema,
    answer: { kind: "page", of: "StockLevel" },
  },
];
