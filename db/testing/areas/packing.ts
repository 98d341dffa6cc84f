import { addCarton } from "#app/domain/warehouse/packing/add-carton.server.ts";
import { addUsualCartons } from "#app/domain/warehouse/packing/add-usual-cartons.server.ts";
import { changeCarton } from "#app/domain/warehouse/packing/change-carton.server.ts";
import { listCartons } from "#app/domain/warehouse/packing/list-cartons.server.ts";
import { suggestCartons } from "#app/domain/warehouse/packing/suggest-cartons.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "warehouse:read" } as const;
const writes = { needs: "warehouse:write" } as const;
const carton = { name: "Caixa M", lengthMm: 300, widthMm: 200, heightMm: 150, weightGrams: 140, maxWeightGrams: 9_000 };

export const packingVerbs: AreaVerbs = {
  verbs: {
    listCartons: { run: listCartons, ...reads },
    addUsualCartons: { run: addUsualCartons, ...writes },
    addCarton: {
      run: addCarton,
      ...writes,
      input: () => carton,
      fields: { name: "text", lengthMm: "number", maxWeightGrams: "number", costCents: "optionalNumber" },
    },
    changeCarton: {
      run: changeCarton,
      ...writes,
      foreignAnswer: "not_found",
      input: (home) => ({ id: home.shop.cartonId, version: 1, name: "Caixa G" }),
      fields: { id: "text", version: "number", name: "optionalLine", lengthMm: "optionalNumber", isActive: "optionalBoolean" },
      foreign: (other) => ({ id: other.shop.cartonId, version: 1, isActive: false }),
    },
    suggestCartons: {
      run: suggestCartons,
      ...reads,
      foreignAnswer: "not_found",
      input: (home) => ({ id: home.shop.fulfilmentId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.fulfilmentId }),
    },
  },
  helpers: ["refusingSameNames"],
  systemWork: [],
};
