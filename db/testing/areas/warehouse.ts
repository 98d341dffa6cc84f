import { findSkuPlaces } from "#app/domain/warehouse/find-sku-places.server.ts";
import { listStockMoves } from "#app/domain/warehouse/list-stock-moves.server.ts";
import { listReports } from "#app/domain/warehouse/list-reports.server.ts";
import { exportArchivedEvents } from "#app/domain/warehouse/export-archived-events.server.ts";
import { listArchivedEvents } from "#app/domain/warehouse/list-archived-events.server.ts";
import { readProductLabels } from "#app/domain/warehouse/labels/read-product-labels.server.ts";
import { readZoneLabels } from "#app/domain/warehouse/labels/read-zone-labels.server.ts";
import { readEventArchive } from "#app/domain/warehouse/read-event-archive.server.ts";
import { readReport } from "#app/domain/warehouse/read-report.server.ts";
import { listZoneChecks } from "#app/domain/warehouse/list-zone-checks.server.ts";
import { introduceItem } from "#app/domain/warehouse/introduce-item.server.ts";
import { listApprovals } from "#app/domain/warehouse/list-approvals.server.ts";
import { readPlate } from "#app/domain/warehouse/read-plate.server.ts";
import { receiveDelivery } from "#app/domain/warehouse/receive-delivery.server.ts";
import { checkZoneBooks } from "#app/domain/warehouse/check-zone.server.ts";
import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import { createWarehouse } from "#app/domain/warehouse/create-warehouse.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import { listStock } from "#app/domain/warehouse/list-stock.server.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import { layOutBins } from "#app/domain/warehouse/lay-out-bins.server.ts";
import { importBins } from "#app/domain/warehouse/import-bins.server.ts";
import { receiveStock } from "#app/domain/warehouse/receive-stock.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { readFloorMetrics } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { furnishZone, layout } from "../furnish-zone.ts";
import type { AreaVerbs, MemberVerb } from "../verb-walk.ts";

const reads = { needs: "warehouse:read" } as const;
const refused = { foreignAnswer: "not_found" } as const;

const delivery = { commandId: "cmd_delivery", binId: "A-01-01", qty: 3, expiresOn: null };

const sheet = { commandId: "cmd_import", csv: "code,kind\nA-09-01,pick\n" };

/** Nothing is found of goods that lie elsewhere. */
const placesOfGoods = (ctx: ServiceContext) => findSkuPlaces(ctx, ["SKU-1"]);
const movesOfGoods = (ctx: ServiceContext) => listStockMoves(ctx, { skus: ["var_none"], beforeMs: ctx.clock.now(), limit: 5 });
const dock = { commandId: "cmd_dock_delivery", binId: "A-01-01", qty: 2, expiresOn: null };
/** Goods that the zone knows. */
const knownGoods: MemberVerb["scene"] = async (room, home) => {
  await furnishZone(room, home);
  await introduceItem(room, { zoneId: home.shop.zoneId, code: `SKU-${home.shop.variantId.slice(-8)}` });
  await furnishZone(room, home);
};
const plate: MemberVerb["scene"] = (room, home) => furnishZone(room, home, [{ type: "make-plate", plate: "LPN1", binId: "A-01-01" }]);

export const warehouseVerbs: AreaVerbs = {
  verbs: {
    findSkuPlaces: { run: placesOfGoods, ...reads },
    listStockMoves: { run: movesOfGoods, ...reads },
    listWarehouses: { run: listWarehouses, ...reads },
    createWarehouse: {
      run: createWarehouse,
      needs: "warehouse:write",
      input: () => ({ code: "CD9", name: "Depósito" }),
      fields: { code: "text", name: "text" },
    },
    createZone: {
      run: createZone,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ warehouseId: home.shop.warehouseId, code: "Z", name: "Zona Z" }),
      fields: { warehouseId: "text", code: "text", name: "text" },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId, code: "Z", name: "Zona Z" }),
    },
    readZone: {
      run: readZone,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.zoneId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.zoneId }),
    },
    commandZone: {
      run: commandZone,
      needs: "floor:work",
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, envelope: {} }),
      fields: { zoneId: "text" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, envelope: {} }),
    },
    checkZoneBooks: {
      run: checkZoneBooks,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.zoneId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.zoneId }),
    },
    layOutBins: {
      run: layOutBins,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, ...layout }),
      fields: { zoneId: "text", commandId: "text", aisles: "number", kind: "choice", format: "text" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, ...layout }),
    },
    importBins: {
      run: importBins,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, ...sheet }),
      // A sheet that means nothing is answered line by line, not refused.
      fields: { zoneId: "text", commandId: "text", skipsBad: "optionalBoolean" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, ...sheet }),
    },
    receiveStock: {
      run: receiveStock,
      scene: furnishZone,
      needs: "floor:work",
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, ...delivery, variantId: home.shop.variantId }),
      fields: { zoneId: "text", commandId: "text", variantId: "text", binId: "text", qty: "number" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, ...delivery, variantId: other.shop.variantId }),
    },
    introduceItem: {
      run: introduceItem,
      needs: "floor:work",
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, code: `SKU-${home.shop.variantId.slice(-8)}` }),
      fields: { zoneId: "text", code: "text" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, code: `SKU-${other.shop.variantId.slice(-8)}` }),
    },
    receiveDelivery: {
      run: receiveDelivery,
      scene: knownGoods,
      needs: "floor:work",
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, ...dock, sku: home.shop.variantId }),
      fields: { zoneId: "text", commandId: "text", sku: "text", binId: "text", qty: "number", serials: "optionalList" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, ...dock, sku: other.shop.variantId }),
    },
    readPlate: {
      run: readPlate,
      scene: plate,
      ...reads,
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, plate: "LPN1" }),
      fields: { zoneId: "text", plate: "text" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, plate: "LPN1" }),
    },
    listApprovals: {
      run: listApprovals,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ id: home.shop.zoneId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.zoneId }),
    },
    readFloorMetrics: {
      run: readFloorMetrics,
      ...reads,
      fields: { hours: "optionalNumber", warehouseId: "optionalText" },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId }),
    },
    listZoneChecks: { run: listZoneChecks, ...reads },
    readEventArchive: {
      run: readEventArchive,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.zoneId }),
      fields: { id: "text", segment: "optionalText" },
      foreign: (other) => ({ id: other.shop.zoneId }),
    },
    listArchivedEvents: {
      run: listArchivedEvents,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.zoneId }),
      fields: {
        id: "text",
        limit: "optionalNumber",
        cursor: "optionalText",
        fromSeq: "optionalNumber",
        about: "optionalChoice",
        bin: "optionalText",
        by: "optionalText",
      },
      foreign: (other) => ({ id: other.shop.zoneId }),
    },
    exportArchivedEvents: {
      run: exportArchivedEvents,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.zoneId }),
      fields: { id: "text", toSeq: "optionalNumber", about: "optionalChoice", sku: "optionalText" },
      foreign: (other) => ({ id: other.shop.zoneId }),
    },
    readZoneLabels: {
      run: readZoneLabels,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.zoneId, of: "new-plates" as const }),
      fields: { id: "text", of: "optionalChoice", medium: "optionalChoice", copies: "optionalNumber", run: "optionalText" },
      foreign: (other) => ({ id: other.shop.zoneId, of: "new-plates" as const }),
    },
    readProductLabels: {
      run: readProductLabels,
      needs: "catalog:read",
      ...refused,
      input: (home) => ({ id: home.shop.productId }),
      fields: { id: "text", format: "optionalChoice", dpi: "optionalChoice", copies: "optionalNumber", sku: "optionalText" },
      foreign: (other) => ({ id: other.shop.productId }),
    },
    listReports: { run: listReports, ...reads, fields: { limit: "optionalNumber", cursor: "optionalText" } },
    readReport: {
      run: readReport,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.reportId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.reportId }),
    },
    listStock: {
      run: listStock,
      ...reads,
      fields: {
        limit: "optionalNumber",
        cursor: "optionalText",
        sku: "optionalText",
        zoneId: "optionalText",
        warehouseId: "optionalText",
      },
      foreign: (other) => ({ zoneId: other.shop.zoneId }),
    },
  },
  helpers: [
    "askZone",
    "ensureOwnZone",
    "findZone",
    "eventsOf",
    "openArchive",
    "rowOf",
    "segmentsOf",
    "putBins",
    "readAvailability",
    "nameActors",
    "refusingTwins",
    "sendToZone",
  ],
  systemWork: [
    "archiveEvents",
    "carryMessages",
    "isOwnZone",
    "measureFloor",
    "projectZone",
    "watchZones",
    "workspacesWithZones",
    "writeFloorReports",
    "zonesToWatch",
  ],
};
