import { fulfilmentsOfOrders } from "#app/domain/warehouse/fulfil/fulfilments-of-orders.server.ts";
import { giveBackOrder } from "#app/domain/warehouse/fulfil/give-back-order.server.ts";
import { listPickPromises } from "#app/domain/warehouse/fulfil/list-pick-promises.server.ts";
import { listDemand } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import { countFulfilments, listFulfilments } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { listParcels } from "#app/domain/warehouse/fulfil/list-parcels.server.ts";
import { packOrder } from "#app/domain/warehouse/fulfil/pack-order.server.ts";
import { readDemandLog } from "#app/domain/warehouse/fulfil/read-demand-log.server.ts";
import { readFulfilment } from "#app/domain/warehouse/fulfil/read-fulfilment.server.ts";
import { releaseOrders } from "#app/domain/warehouse/fulfil/release-orders.server.ts";
import { retryRelease } from "#app/domain/warehouse/fulfil/retry-release.server.ts";
import { shipOrder } from "#app/domain/warehouse/fulfil/ship-order.server.ts";
import { tellShipmentAgain } from "#app/domain/warehouse/fulfil/tell-shipment-again.server.ts";
import type { AreaVerbs, MemberVerb } from "../verb-walk.ts";
import type { TestWorkspace } from "../world.ts";

const reads = { needs: "warehouse:read" } as const;
const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const withId = (name: "fulfilmentId" | "parcelId" | "stuckId" | "refusedId") =>
  ({
    foreignAnswer: "not_found",
    input: (home: TestWorkspace) => ({ id: home.shop[name] }),
    fields: { id: "text" },
    foreign: (other: TestWorkspace) => ({ id: other.shop[name] }),
  }) as const satisfies Partial<MemberVerb>;

/** Others' orders are none of ours: nothing is found of them. */
const ordersUnderWay: MemberVerb["run"] = (ctx) => fulfilmentsOfOrders(ctx, ["ord_1"]);

export const fulfilmentVerbs: AreaVerbs = {
  verbs: {
    listPickPromises: { run: listPickPromises, ...reads },
    readDemandLog: { run: readDemandLog, ...reads, input: () => ({ days: 7 }), fields: { days: "number" } },
    listDemand: { run: listDemand, ...reads, fields: page },
    listFulfilments: { run: listFulfilments, ...reads, fields: { ...page, state: "optionalChoice" } },
    listParcels: {
      run: listParcels,
      ...reads,
      fields: { warehouseId: "optionalText" },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId }),
    },
    countFulfilments: { run: countFulfilments, ...reads },
    readFulfilment: { run: readFulfilment, ...reads, ...withId("fulfilmentId") },
    fulfilmentsOfOrders: { run: ordersUnderWay, ...reads },
    releaseOrders: {
      run: releaseOrders,
      needs: "warehouse:write",
      foreignAnswer: "not_found",
      input: (home) => ({ warehouseId: home.shop.warehouseId, orderIds: [home.shop.orderId] }),
      fields: { warehouseId: "text", orderIds: "optionalList" },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId, orderIds: [other.shop.orderId] }),
    },
    tellShipmentAgain: { run: tellShipmentAgain, needs: "warehouse:write", ...withId("refusedId") },
    retryRelease: { run: retryRelease, needs: "warehouse:write", ...withId("stuckId") },
    giveBackOrder: { run: giveBackOrder, needs: "warehouse:write", ...withId("fulfilmentId") },
    packOrder: {
      run: packOrder,
      needs: "floor:work",
      ...withId("fulfilmentId"),
      fields: { id: "text", weightGrams: "optionalNumber", cartons: "optionalList" },
    },
    shipOrder: { run: shipOrder, needs: "floor:work", ...withId("parcelId") },
  },
  helpers: ["askFloor", "findFulfilment", "fulfilmentRows", "giveBackFulfilment", "releaseWave"],
  systemWork: ["projectDemands", "settleReleases", "updateDemand"],
};
