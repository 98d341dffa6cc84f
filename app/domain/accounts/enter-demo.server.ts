import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import type { VisitorContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { startSession } from "./start-session.server.ts";

const demoOwner = "owner@demo.test";

/** Opens the demo workspace without a password. Only where the demo is seeded: never in staging or production. */
export async function enterDemo(visitor: VisitorContext): Promise<{ cookie: string }> {
  if (visitor.environment !== "local") throw new AppError("not_found", "demoNotFound");
  const [user] = await visitor.orm.select().from(users).where(eq(users.email, demoOwner));
  if (user === undefined) throw new AppError("not_found", "demoNotFound");
  return startSession(visitor, user);
}
