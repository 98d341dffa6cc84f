import { introduceItemSchema, readPlateSchema, receiveDeliverySchema } from "#app/domain/warehouse/floor/schemas.ts";
import { listParcelsSchema } from "#app/domain/warehouse/fulfil/schemas.ts";
import type { Operation } from "./operations.server.ts";

/** What people do with a tablet besides the tasks of a zone; programs do the same. */
export const floorOperations: readonly Operation[] = [
  {
    id: "introduceItem",
    method: "post",
    path: "/zones/{id}/items",
    tag: "warehouse",
    needs: "floor:work",
    body: introduceItemSchema.omit({ zoneId: true }),
    answer: { kind: "one", of: "ZoneItem" },
  },
  {
    id: "receiveDelivery",
    method: "post",
    path: "/zones/{id}/receipts",
    tag: "warehouse",
    needs: "floor:work",
    body: receiveDeliverySchema.omit({ zoneId: true }),
    answer: { kind: "one", of: "Delivery" },
  },
  {
    id: "readPlate",
    method: "get",
    path: "/zones/{id}/plates",
    tag: "warehouse",
    needs: "warehouse:read",
    query: readPlateSchema.omit({ zoneId: true }),
    answer: { kind: "one", of: "Plate" },
  },
  {
    id: "listApprovals",
    method: "get",
    path: "/zones/{id}/approvals",
    tag: "warehouse",
    needs: "warehouse:write",
    answer: { kind: "page", of: "Approval" },
  },
  {
    id: "listParcels",
    method: "get",
    path: "/parcels",
    tag: "warehouse",
    needs: "warehouse:read",
    query: listParcelsSchema,
    answer: { kind: "page", of: "Parcel" },
  },
];
