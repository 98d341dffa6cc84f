import { and, gt, inArray } from "drizzle-orm";
import { sessions } from "#db/schema/accounts.ts";
import type { ServiceContext } from "../context.ts";

/** Of these sessions, the ones that are no longer open: removed, revoked or run out. At most ninety at a time. */
export async function endedSessions(ctx: ServiceContext, handles: string[]): Promise<string[]> {
  const nowSeconds = Math.floor(ctx.clock.now() / 1000);
  const open = await ctx.db.all(sessions, { where: and(inArray(sessions.handle, handles), gt(sessions.expiresAt, nowSeconds)) });
  const stillOpen = new Set(open.map((session) => session.handle));
  return handles.filter((handle) => !stillOpen.has(handle));
}
