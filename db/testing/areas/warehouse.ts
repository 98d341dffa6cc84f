import { checkZoneBooks } from "#app/domain/warehouse/check-zone.server.ts";
import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import { createWarehouse } from "#app/domain/warehouse/create-warehouse.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import { listStock } from "#app/domain/warehouse/list-stock.server.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "warehouse:read" } as const;
const refused = { foreignAnswer: "not_found" } as const;

export const warehouseVerbs: AreaVerbs = {
  verbs: {
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
    listStock: {
      run: listStock,
      ...reads,
      fields: { limit: "optionalNumber", cursor: "optionalText", zoneId: "optionalText", warehouseId: "optionalText" },
      foreign: (other) => ({ zoneId: other.shop.zoneId }),
    },
  },
  helpers: ["findZone", "refusingTwins"],
  systemWork: ["projectZone"],
};
