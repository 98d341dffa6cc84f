import { z } from "zod";
import { roles } from "./accounts/permissions.ts";
import { feedEntrySchema } from "./audit/feed-entry.ts";
import { agentKinds } from "./agents/kinds.ts";
import { capScopes, capWindows } from "./ai/kinds.ts";
import { periods } from "./patterns/kinds.ts";
import { changedAreas } from "./changed-areas.ts";

/** What happened, as it leaves through the outbox. Secrets travel sealed: the outbox is stored in clear. */
export const domainEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("activity.recorded"), entry: feedEntrySchema }),
  z.object({ type: z.literal("mail.requested"), sealedMail: z.string() }),
  z.object({ type: z.literal("member.joined"), userId: z.string(), name: z.string(), invitedByUserId: z.string().nullable() }),
  z.object({ type: z.literal("member.role-changed"), userId: z.string(), role: z.enum(roles), byName: z.string() }),
  z.object({ type: z.literal("member.removed"), userId: z.string() }),
  z.object({ type: z.literal("session.revoked"), handles: z.array(z.string()) }),
  z.object({
    type: z.literal("api-key.created"),
    keyId: z.string(),
    name: z.string(),
    byUserId: z.string().nullable(),
    byName: z.string(),
  }),
  z.object({ type: z.literal("dead-letter.redriven"), queue: z.string(), body: z.string() }),
  z.object({ type: z.literal("export.requested"), exportId: z.string() }),
  z.object({ type: z.literal("export.progressed"), userId: z.string() }),
  z.object({ type: z.literal("channel.needs-attention"), channelId: z.string(), name: z.string(), problem: z.string() }),
  z.object({ type: z.literal("channel.notices-arrived"), channelId: z.string() }),
  z.object({ type: z.literal("member.signed-in"), userId: z.string() }),
  z.object({ type: z.literal("channel.erasing"), channelId: z.string() }),
  z.object({ type: z.literal("sync.requested"), channelId: z.string(), runId: z.string() }),
  z.object({
    type: z.literal("sync.ended"),
    channelId: z.string(),
    runId: z.string(),
    kind: z.string(),
    outcome: z.string(),
    name: z.string(),
  }),
  /** Something of an area changed that open pages may show: they read it again. */
  z.object({ type: z.literal("data.changed"), area: z.enum(changedAreas) }),
  /** What scores and rules look at is other than they know: margins, or which channels there are. */
  z.object({ type: z.literal("advice.outdated") }),
  /** Buyers wrote what the known complaints do not count yet. */
  z.object({ type: z.literal("gaps.outdated") }),
  /** Sessions of a period are to be counted, and looked through for what repeats. */
  z.object({ type: z.literal("patterns.due"), period: z.enum(periods), startDay: z.string() }),
  /** What orders ask of the warehouse is other than it knows. */
  z.object({ type: z.literal("demand.outdated") }),
  /** Zones have to set goods aside for orders. */
  z.object({ type: z.literal("orders.released") }),
  /** Zones have to book what came back. */
  z.object({ type: z.literal("returns.asked") }),
  z.object({ type: z.literal("alert.opened"), alertId: z.string(), kind: z.string(), zone: z.string() }),
  z.object({ type: z.literal("listing-change.requested"), changeId: z.string(), stretch: z.int().optional() }),
  /** What can be sold may be another number than the marketplaces know. */
  z.object({ type: z.literal("stock.changed") }),
  /** Parcels of a channel have left, and its marketplace is to hear it. */
  z.object({ type: z.literal("fulfilment.shipped"), channelId: z.string() }),
  /** An agent has something to look at, to do or to take back. */
  z.object({
    type: z.literal("agent.work-due"),
    agent: z.enum(agentKinds),
    job: z.object({ kind: z.enum(["run", "apply", "undo"]), id: z.string(), priority: z.int() }),
  }),
  /** A cap on spending for models is nearly or quite used up; once for each day or month of it. */
  z.object({
    type: z.literal("models.budget-reached"),
    scope: z.enum(capScopes),
    subjectId: z.string(),
    window: z.enum(capWindows),
    level: z.enum(["warned", "blocked"]),
    limitMicroUsd: z.int(),
  }),
  /** A trigger fired: what it asks for is to be done. */
  z.object({ type: z.literal("trigger.fired"), firingId: z.string() }),
  z.object({ type: z.literal("trigger.paused"), triggerId: z.string(), name: z.string() }),
  /** A visit of a shop ended, and its events are archived: what it came to is to be told. */
  z.object({ type: z.literal("visit.ended"), sessionId: z.string() }),
  /** Something happened to a task that was given to us: addresses that follow it are to be told. */
  z.object({ type: z.literal("delegation.moved"), delegationId: z.string() }),
  /** A report is to be mailed to one person. */
  z.object({ type: z.literal("report.due"), sendingId: z.string() }),
  z.object({ type: z.literal("notification.created"), userId: z.string(), notificationId: z.string(), kind: z.string() }),
]);
export type DomainEvent = z.infer<typeof domainEventSchema>;

/** Where an event goes: `room` reaches open pages at once, a queue does work that may be retried. */
export const eventRoutes: Record<DomainEvent["type"], readonly ("room" | "processing" | "export" | "sync" | "interaction")[]> = {
  "activity.recorded": ["room"],
  "mail.requested": ["processing"],
  "member.joined": ["processing"],
  "member.role-changed": ["room", "processing"],
  "member.removed": ["room"],
  "session.revoked": ["room"],
  "api-key.created": ["processing"],
  "dead-letter.redriven": ["processing"],
  "export.requested": ["export"],
  "export.progressed": ["room"],
  "notification.created": ["room"],
  "channel.needs-attention": ["room", "processing"],
  "channel.notices-arrived": ["sync"],
  "member.signed-in": ["sync"],
  "channel.erasing": ["sync"],
  "sync.requested": ["sync"],
  "sync.ended": ["processing"],
  "data.changed": ["room"],
  "advice.outdated": ["sync"],
  "gaps.outdated": ["sync"],
  "patterns.due": ["processing"],
  "demand.outdated": ["sync"],
  "orders.released": ["sync"],
  "returns.asked": ["sync"],
  "alert.opened": ["processing"],
  "listing-change.requested": ["sync"],
  "stock.changed": ["sync"],
  "fulfilment.shipped": ["sync"],
  "agent.work-due": ["processing"],
  "models.budget-reached": ["processing"],
  "trigger.fired": ["processing"],
  "trigger.paused": ["processing"],
  "visit.ended": ["interaction"],
  "delegation.moved": ["processing"],
  "report.due": ["processing"],
};
