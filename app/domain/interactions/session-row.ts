import type { shopperSessions } from "#db/schema/interactions.ts";
import type { SessionFeatures } from "./interaction.ts";

type Row = typeof shopperSessions.$inferSelect;

export const processingStates = ["waiting", "done", "failed"] as const;
export const sessionEnds = ["idle", "cap", "erased"] as const;

export type ShopperSession = {
  id: string;
  siteId: string;
  visitorKey: string;
  userRef: string | null;
  startedAt: number;
  endedAt: number;
  events: number;
  halfHourVisits: number;
  followsId: string | null;
  endedBy: (typeof sessionEnds)[number];
  isBot: boolean;
  features: SessionFeatures;
  hasArchive: boolean;
  processing: (typeof processingStates)[number];
};

export function toSession(row: Row): ShopperSession {
  return {
    id: row.id,
    siteId: row.siteId,
    visitorKey: row.visitorKey,
    userRef: row.userRef,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    events: row.events,
    halfHourVisits: row.halfHourVisits,
    followsId: row.followsId,
    endedBy: sessionEnds.find((one) => one === row.endedBy) ?? "idle",
    isBot: row.isBot,
    // Made by our own rules when the visit ended.
    features: row.features as SessionFeatures,
    hasArchive: row.archiveKey !== null,
    processing: processingStates.find((one) => one === row.processing) ?? "failed",
  };
}
