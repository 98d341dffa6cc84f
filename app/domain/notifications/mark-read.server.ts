import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { updateWhere } from "#db/writes.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";

export const markReadSchema = z.object({
  /** Up to a page of ids, or nothing for all. */
  ids: z.array(z.string().max(60, "fieldInvalid")).max(90, "fieldInvalid").optional(),
  isRead: z.boolean("fieldInvalid").default(true),
});

/** Marks a person's own notifications as read, or unread again (undo). */
export async function markNotifications(ctx: ServiceContext, input: z.input<typeof markReadSchema>): Promise<void> {
  requirePermission(ctx, "notifications:write");
  const person = requirePerson(ctx);
  const { ids, isRead } = parseInput(markReadSchema, input);
  const own = eq(notifications.userId, person.userId);
  const which = and(own, ids === undefined ? undefined : inArray(notifications.id, ids), isRead ? isNull(notifications.readAt) : undefined);
  await mutate(ctx, {
    writes: [updateWhere(notifications, which ?? own, { readAt: isRead ? ctx.clock.now() : null })],
    audit: "personal",
    events: [{ type: "notification.created", userId: person.userId, notificationId: "", kind: "read-state" }],
  });
}
