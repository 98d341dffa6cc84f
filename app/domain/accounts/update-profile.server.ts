import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import { requirePerson, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { profileSchema } from "./schemas.ts";

type Profile = { name: string; locale: string | null; theme: string; timeZone: string | null };
type ProfileInput = { name?: string; locale?: string; theme?: string; timeZone?: string };

export async function readProfile(ctx: ServiceContext): Promise<Profile> {
  const person = requirePerson(ctx);
  const user = await ctx.db.first(users, eq(users.id, person.userId));
  if (user === undefined) throw notFound("member");
  const { name, locale, theme, timeZone } = user;
  return { name, locale, theme, timeZone };
}

/** Changes what a person sees and how they are named; an empty language follows the browser, an empty time zone the workspace. */
export async function updateProfile(ctx: ServiceContext, input: ProfileInput): Promise<void> {
  const person = requirePerson(ctx);
  const parsed = parseInput(profileSchema, input);
  const user = await ctx.db.first(users, eq(users.id, person.userId));
  if (user === undefined) throw notFound("member");
  const next = {
    name: parsed.name ?? user.name,
    locale: parsed.locale === undefined ? user.locale : parsed.locale || null,
    theme: parsed.theme ?? user.theme,
    timeZone: parsed.timeZone === undefined ? user.timeZone : parsed.timeZone || null,
  };
  const before = { name: user.name, locale: user.locale, theme: user.theme, timeZone: user.timeZone };
  if (JSON.stringify(before) === JSON.stringify(next)) return;
  await mutate(ctx, {
    writes: [update(users, user, next)],
    audit: { action: "member.profile-updated", subject: { type: "member", id: user.id, label: next.name }, before, after: next },
  });
}
