import { and, eq, ne } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { sessions, users } from "#db/schema/accounts.ts";
import { removeWhere, update } from "#db/writes.ts";
import { requirePerson, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { signInPerAccount, takeOne } from "./limits.server.ts";
import { spendResetLinks } from "./mail-tokens.server.ts";
import { changePasswordSchema } from "./schemas.ts";

/** Changes the own password; all other sessions of the account end. */
export async function changePassword(ctx: ServiceContext, input: { currentPassword: string; password: string }): Promise<void> {
  const person = requirePerson(ctx);
  const { currentPassword, password } = parseInput(changePasswordSchema, input);
  await takeOne(ctx, person.userId, signInPerAccount);
  const user = await ctx.db.first(users, eq(users.id, person.userId));
  if (user === undefined) throw notFound("member");
  if (!(await ctx.ports.passwords.verify(user.passwordHash, currentPassword))) {
    throw new AppError("invalid", "checkFields", { fields: { currentPassword: "wrongPassword" } });
  }
  await ctx.ports.rateLimiter.refund(person.userId, signInPerAccount);
  const others = and(eq(sessions.userId, user.id), ne(sessions.handle, person.sessionHandle));
  const ended = await ctx.db.all(sessions, { where: others });
  await mutate(ctx, {
    writes: [
      update(users, user, { passwordHash: await ctx.ports.passwords.hash(password) }),
      spendResetLinks(user.id, ctx.clock.now()),
      removeWhere(sessions, and(eq(sessions.userId, user.id), ne(sessions.handle, person.sessionHandle)) ?? eq(sessions.userId, user.id)),
    ],
    audit: { action: "member.password-changed", subject: { type: "member", id: user.id, label: user.name } },
    events: [{ type: "session.revoked", handles: ended.map((session) => session.handle) }],
  });
}
