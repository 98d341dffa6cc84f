import { releaseOrdersSchema } from "#app/domain/warehouse/fulfil/schemas.ts";
import { listWavesSchema, saveReleaseRuleSchema } from "#app/domain/warehouse/waves/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "warehouse", needs: "warehouse:read" } as const;

/** Waves, how they are walked, and when they release themselves. */
export const wavesOperations: readonly Operation[] = [
  {
    ...reads,
    id: "previewRelease",
    method: "post",
    path: "/fulfilments/preview",
    body: releaseOrdersSchema,
    answer: { kind: "one", of: "ReleasePreview" },
  },
  { ...reads, id: "listWaves", method: "get", path: "/waves", query: listWavesSchema, answer: { kind: "page", of: "Wave" } },
  { ...reads, id: "readWave", method: "get", path: "/waves/{id}", answer: { kind: "one", of: "WaveDetail" } },
  { ...reads, id: "listReleaseRules", method: "get", path: "/release-rules", answer: { kind: "page", of: "ReleaseRule" } },
  {
    id: "saveReleaseRule",
    tag: "warehouse",
    needs: "warehouse:write",
    method: "put",
    path: "/release-rules/{id}",
    body: saveReleaseRuleSchema.omit({ warehouseId: true }),
    answer: { kind: "one", of: "Saved" },
  },
  { ...reads, id: "lookAtRule", method: "get", path: "/release-rules/{id}/look", answer: { kind: "one", of: "RuleLook" } },
];
