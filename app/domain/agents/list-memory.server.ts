import { desc, eq } from "drizzle-orm";
import { agentMemory } from "#db/schema/agents.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { memoryKeys, type MemoryKey } from "./memory-shapes.ts";

export type MemoryRow = {
  id: string;
  key: MemoryKey;
  version: number;
  value: unknown;
  writtenBy: string;
  runId: string;
  writtenAt: number;
};

const shown = 20;

/** What agents remember for each other: the latest versions of each, the newest first. */
export async function listMemory(ctx: ServiceContext): Promise<MemoryRow[]> {
  requirePermission(ctx, "agents:read");
  const known = await Promise.all(
    memoryKeys.map((key) =>
      ctx.db.all(agentMemory, { where: eq(agentMemory.key, key), orderBy: desc(agentMemory.memoryVersion), limit: shown }),
    ),
  );
  return known.flatMap((rows, index) =>
    rows.flatMap(({ id, memoryVersion, value, writtenBy, runId, writtenAt }) => {
      const key = memoryKeys[index];
      return key === undefined ? [] : [{ id, key, version: memoryVersion, value, writtenBy, runId, writtenAt }];
    }),
  );
}
