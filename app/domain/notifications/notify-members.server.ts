import { inArray } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { notifications } from "#db/schema/notifications.ts";
import { insertOnce } from "#db/writes.ts";
import type { Role } from "../accounts/permissions.ts";
import type { ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";
import type { NotificationKind } from "./kinds.ts";

type Notice = { kind: NotificationKind; data: Record<string, string>; userIds: string[] };

/** Turns an event into notifications for the people it concerns. Told twice, it notifies once. */
export async function notifyMembers(ctx: ServiceContext, eventId: string, event: DomainEvent): Promise<void> {
  const notice = await noticeFor(ctx, event);
  if (notice === undefined || notice.userIds.length === 0) return;
  const now = ctx.clock.now();
  const rows = notice.userIds.map((userId) => ({
    id: ctx.ids.next("ntf"),
    userId,
    eventId,
    kind: notice.kind,
    data: notice.data,
    createdAt: now,
    readAt: null,
  }));
  await mutate(ctx, {
    writes: [insertOnce(notifications, ...rows)],
    audit: "personal",
    events: rows.map((row) => ({ type: "notification.created" as const, userId: row.userId, notificationId: row.id, kind: row.kind })),
  });
}

async function noticeFor(ctx: ServiceContext, event: DomainEvent): Promise<Notice | undefined> {
  switch (event.type) {
    case "member.joined": {
      const userIds = (await keepers(ctx)).filter((id) => id !== event.userId);
      return { kind: "member-joined", data: { name: event.name }, userIds };
    }
    case "member.role-changed":
      return { kind: "role-changed", data: { role: event.role, byName: event.byName }, userIds: [event.userId] };
    case "api-key.created": {
      const userIds = (await keepers(ctx)).filter((id) => id !== event.byUserId);
      return { kind: "api-key-created", data: { name: event.name, byName: event.byName }, userIds };
    }
    case "channel.needs-attention":
      return { kind: "channel-needs-attention", data: { name: event.name, problem: event.problem }, userIds: await keepers(ctx) };
    case "sync.ended":
      if (event.name === "") return undefined;
      return { kind: event.outcome === "done" ? "sync-finished" : "sync-failed", data: { name: event.name }, userIds: await keepers(ctx) };
    case "alert.opened":
      return { kind: "floor-alert", data: { name: event.zone, alert: event.kind }, userIds: await keepers(ctx, "manager") };
    case "models.budget-reached": {
      const kind = event.level === "warned" ? "models-budget-warned" : "models-budget-reached";
      const name = (event.limitMicroUsd / 1_000_000).toFixed(2);
      const own = event.scope === "user" ? [event.subjectId] : [];
      return { kind, data: { name }, userIds: [...new Set([...(await keepers(ctx)), ...own])] };
    }
    case "trigger.paused":
      return { kind: "trigger-paused", data: { name: event.name, triggerId: event.triggerId }, userIds: await keepers(ctx, "manager") };
    case "member.signed-in":
    case "channel.notices-arrived":
    case "channel.erasing":
    case "sync.requested":
    case "data.changed":
    case "demand.outdated":
    case "orders.released":
    case "listing-change.requested":
    case "activity.recorded":
    case "mail.requested":
    case "member.removed":
    case "session.revoked":
    case "notification.created":
    case "dead-letter.redriven":
    case "export.requested":
    case "export.progressed":
    case "advice.outdated":
    case "gaps.outdated":
    case "patterns.due":
    case "stock.changed":
    case "returns.asked":
    case "fulfilment.shipped":
    case "agent.work-due":
    case "trigger.fired":
    case "visit.ended":
    case "delegation.moved":
    case "report.due":
      return undefined;
    default:
      return event satisfies never;
  }
}

/** Those who answer for the workspace, and whoever else is named. */
async function keepers(ctx: ServiceContext, ...others: Role[]): Promise<string[]> {
  const rows = await ctx.db.all(users, { where: inArray(users.role, ["owner", "admin", ...others]), limit: 100 });
  return rows.map((row) => row.id);
}
