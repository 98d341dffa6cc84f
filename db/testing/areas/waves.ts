import { listReleaseRules } from "#app/domain/warehouse/waves/list-release-rules.server.ts";
import { listWaves } from "#app/domain/warehouse/waves/list-waves.server.ts";
import { lookAtRule } from "#app/domain/warehouse/waves/look-at-rule.server.ts";
import { previewRelease } from "#app/domain/warehouse/waves/preview-release.server.ts";
import { readWave } from "#app/domain/warehouse/waves/read-wave.server.ts";
import { saveReleaseRule } from "#app/domain/warehouse/waves/save-release-rule.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "warehouse:read" } as const;
const refused = { foreignAnswer: "not_found" } as const;

export const wavesVerbs: AreaVerbs = {
  verbs: {
    listWaves: { run: listWaves, ...reads, fields: { limit: "optionalNumber", cursor: "optionalText" } },
    readWave: {
      run: readWave,
      ...reads,
      ...refused,
      input: (home) => ({ id: home.shop.waveId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.waveId }),
    },
    previewRelease: {
      run: previewRelease,
      ...reads,
      ...refused,
      input: (home) => ({ warehouseId: home.shop.warehouseId, orderIds: [home.shop.orderId] }),
      fields: { warehouseId: "text", orderIds: "optionalList" },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId, orderIds: [other.shop.orderId] }),
    },
    listReleaseRules: { run: listReleaseRules, ...reads },
    lookAtRule: {
      run: lookAtRule,
      ...reads,
      ...refused,
      input: (home) => ({ warehouseId: home.shop.warehouseId }),
      fields: { warehouseId: "text" },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId }),
    },
    saveReleaseRule: {
      run: saveReleaseRule,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ warehouseId: home.shop.warehouseId, version: 0, isActive: true, everyMinutes: 30 }),
      fields: {
        warehouseId: "text",
        version: "number",
        isActive: "flag",
        everyMinutes: "optionalNumber",
        cutOffs: "optionalList",
        channelIds: "optionalList",
      },
      foreign: (other) => ({ warehouseId: other.shop.warehouseId, version: 0, isActive: true }),
    },
  },
  helpers: ["arrangeWalks", "findReleasable", "planRelease", "readWaveProblem", "toRule", "waveRows"],
  systemWork: ["releaseDueWaves", "workspacesWithReleaseRules"],
};
