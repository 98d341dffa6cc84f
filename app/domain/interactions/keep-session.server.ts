import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { insertOnce } from "#db/writes.ts";
import type { KeptEvent } from "../collect/judge-batch.ts";
import type { Visit } from "../collect/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { sessionFeatures } from "./session-features.ts";

export type EndedVisit = {
  id: string;
  siteId: string;
  visitorKey: string;
  userRef: string | null;
  followsId: string | null;
  endedBy: "idle" | "cap";
  isReturning: boolean;
  halfHourVisits: number;
  visit: Visit;
  /** In the order of their time; at least one. */
  events: readonly KeptEvent[];
};

/** Archives an ended visit, notes it and has it worked on. Told again, it finds itself kept. */
export async function keepSession(ctx: ServiceContext, ended: EndedVisit): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  if ((await ctx.db.first(shopperSessions, eq(shopperSessions.id, ended.id))) !== undefined) return;
  const { visit, isReturning, events, ...rest } = ended;
  const features = sessionFeatures(events, { visit, isReturning });
  const day = new Date(features.startedAt).toISOString().slice(0, 10);
  const archiveKey = `sessions/${ctx.workspaceId}/${day}/${ended.id}.ndjson.gz`;
  await ctx.ports.sessionArchive.keep(archiveKey, events);
  const row = {
    ...rest,
    startedAt: features.startedAt,
    endedAt: features.endedAt,
    events: events.length,
    isBot: features.botFlags.length > 0,
    features,
    archiveKey,
    processing: "waiting",
    createdAt: ctx.clock.now(),
  };
  await mutate(ctx, {
    writes: [insertOnce(shopperSessions, row)],
    audit: "mirrored",
    events: [
      { type: "visit.ended", sessionId: ended.id },
      { type: "data.changed", area: "shoppers" },
    ],
  });
}
