import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type ArchiveFilter, type EventTest, eventTest, type ZoneNames } from "./monitoring/archive-query.ts";
import { type ArchivedEvent, fromLines, parseSegmentName, segmentKey, segmentPrefix } from "./monitoring/event-segment.ts";
import { nameActors } from "./name-actors.server.ts";
import { readZone } from "./read-zone.server.ts";

/** With the names that its bins, its SKUs and those who did it have today. */
export type ArchivedEventRow = {
  seq: number;
  at: number;
  commandId: string;
  bins: string[];
  skus: string[];
  tasks: string[];
  demands: string[];
  /** Null for what was archived before it was known there. `name` is the id of who has none any more. */
  by: { id: string; name: string; device: string | null } | null;
};

/** A zone, what its things are called, and the question that a filter is. */
export async function openArchive(ctx: ServiceContext, id: string, filter: ArchiveFilter) {
  requirePermission(ctx, "warehouse:read");
  // Whoever may look at the warehouse need not be allowed to look at the settings, and its days are the workspace's own.
  const asSystem: ServiceContext = { ...ctx, actor: { kind: "system", job: "floor" } };
  const [zone, { timeZone }, people] = await Promise.all([readZone(ctx, { id }), readWorkspace(asSystem), nameActors(ctx)]);
  const names: ZoneNames = {
    bins: new Map(zone.part.bins.map((bin) => [bin.id, bin.code])),
    skus: new Map(zone.part.items.map(({ sku, code }) => [sku, code])),
    people,
  };
  const test: EventTest = eventTest(filter, names, timeZone);
  return { zone, names, test };
}

/** The oldest first. */
export async function segmentsOf(ctx: ServiceContext, zoneId: string) {
  const prefix = segmentPrefix(ctx.workspaceId, zoneId);
  const keys = await ctx.ports.floorArchive.list(prefix);
  return keys.flatMap((key) => parseSegmentName(key.slice(prefix.length).replace(/\.ndjson\.gz$/, "")) ?? []);
}

export async function eventsOf(ctx: ServiceContext, zoneId: string, name: string): Promise<ArchivedEvent[]> {
  return fromLines((await ctx.ports.floorArchive.read(segmentKey(ctx.workspaceId, zoneId, name))) ?? "");
}

export function rowOf({ seq, at, commandId, touched, by }: ArchivedEvent, names: ZoneNames): ArchivedEventRow {
  const { bins, skus, tasks, demands = [] } = touched;
  return {
    seq,
    at,
    commandId,
    bins: bins.map((id) => names.bins.get(id) ?? id),
    skus: skus.map((id) => names.skus.get(id) ?? id),
    tasks,
    demands,
    by: by === undefined ? null : { id: by.actorId, name: names.people.get(by.actorId) ?? by.actorId, device: by.device },
  };
}
