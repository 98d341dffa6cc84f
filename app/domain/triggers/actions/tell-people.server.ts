import { inArray } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { notifications } from "#db/schema/notifications.ts";
import { insertOnce } from "#db/writes.ts";
import type { ServiceContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { Acting } from "./acting.ts";
import type { TriggerAction } from "../schemas.ts";

type Telling = Extract<TriggerAction, { do: "notify" }>;

/** Tells everybody who has one of the roles. The same firing tells nobody twice. */
export async function tellPeople(ctx: ServiceContext, { trigger, firing }: Acting, { roles, text }: Telling, index: number) {
  const people = await ctx.db.all(users, { where: inArray(users.role, [...roles]), limit: 200 });
  if (people.length === 0) throw new AppError("conflict", "nobodyToTell");
  const data = { name: trigger.name, text, about: firing.subjectLabel, triggerId: trigger.id };
  const rows = people.map((person) => ({
    id: ctx.ids.next("ntf"),
    userId: person.id,
    eventId: `${firing.id}/${index}`,
    kind: "trigger-fired",
    data,
    createdAt: ctx.clock.now(),
    readAt: null,
  }));
  await mutate(ctx, {
    writes: [insertOnce(notifications, ...rows)],
    audit: "personal",
    events: rows.map((row) => ({ type: "notification.created" as const, userId: row.userId, notificationId: row.id, kind: row.kind })),
  });
  return { detail: String(people.length), id: null };
}
