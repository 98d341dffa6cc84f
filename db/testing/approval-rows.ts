import { approvals } from "#db/schema/approvals.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";

/** Something an assistant would do, which waits and which everybody who may chat may decide. */
export function approvalWrite(id: string): Write {
  return insert(approvals, {
    id,
    tool: "pause_listing",
    input: {},
    scope: "chat:write",
    title: "Pausar “Chaleira”",
    effects: ["Os compradores deixam de ver o anúncio."],
    locale: "pt-BR",
    isDestructive: true,
    sourceKind: "chat",
    sourceId: "cnv_1",
    askedByKind: "user",
    askedById: "usr_asker",
    askedBy: "Ana",
    state: "waiting",
    decidedBy: null,
    decidedAt: null,
    endedAt: null,
    result: null,
    failure: null,
    createdAt: stageStartMs,
    expiresAt: stageStartMs + 30 * 24 * 3_600_000,
  });
}
