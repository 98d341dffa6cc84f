import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { notifications } from "#db/schema/notifications.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, pageSchema, toPage } from "../paging.ts";
import { isNotificationKind, type NotificationKind } from "./kinds.ts";

export const inputSchema = pageSchema.extend({ unread: z.enum(["0", "1"], "fieldInvalid").optional() });

export type Notification = {
  id: string;
  kind: NotificationKind;
  data: Record<string, string>;
  createdAt: number;
  readAt: number | null;
};

/** A person's own notifications, newest first. */
export async function listNotifications(ctx: ServiceContext, input: z.input<typeof inputSchema> = {}): Promise<Page<Notification>> {
  requirePermission(ctx, "notifications:read");
  const person = requirePerson(ctx);
  const { limit, cursor, unread } = parseInput(inputSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(notifications, {
    where: and(
      eq(notifications.userId, person.userId),
      unread === "1" ? isNull(notifications.readAt) : undefined,
      before === undefined ? undefined : lt(notifications.id, before),
    ),
    orderBy: desc(notifications.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  const data = page.data.flatMap(({ id, kind, data: values, createdAt, readAt }) =>
    isNotificationKind(kind) ? [{ id, kind, data: values, createdAt, readAt }] : [],
  );
  return { data, nextCursor: page.nextCursor };
}

export async function countUnread(ctx: ServiceContext): Promise<number> {
  const person = requirePerson(ctx);
  return ctx.db.count(notifications, and(eq(notifications.userId, person.userId), isNull(notifications.readAt)));
}
