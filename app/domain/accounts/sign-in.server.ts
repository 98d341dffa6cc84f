import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import type { VisitorContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { giveBack, limitsFor, signInPerAccount, signInPerAddress, takeAll } from "./limits.server.ts";
import { type SignInInput, signInSchema } from "./schemas.ts";
import { startSession } from "./start-session.server.ts";

/** Signs a person in, or refuses without telling whether the address exists. */
export async function signIn(visitor: VisitorContext, input: SignInInput): Promise<{ cookie: string }> {
  const { email, password } = parseInput(signInSchema, input);
  const limits = await limitsFor(visitor, email, signInPerAddress, signInPerAccount);
  await takeAll(visitor, limits);
  const [user] = await visitor.orm.select().from(users).where(eq(users.email, email));
  const matches = await visitor.ports.passwords.verify(user?.passwordHash, password);
  if (user === undefined || !matches) {
    visitor.logger.warn({ event: "auth.refused", method: "password", reason: "wrong-credentials" });
    throw new AppError("invalid", "wrongCredentials", { fields: { password: "wrongCredentials" } });
  }
  await giveBack(visitor, limits);
  return startSession(visitor, user);
}
