import { and, desc, isNull, lt } from "drizzle-orm";
import { invitations } from "#db/schema/accounts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, type PageInput, pageSchema, toPage } from "../paging.ts";

export type WaitingInvitation = { id: string; email: string; role: string; createdAt: number; expiresAt: number; isExpired: boolean };

/** Invitations that wait for an answer, the newest first; expired ones too, to be sent again. */
export async function listInvitations(ctx: ServiceContext, input: PageInput = {}): Promise<Page<WaitingInvitation>> {
  requirePermission(ctx, "team:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const before = cursorId(cursor);
  const waiting = and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    before === undefined ? undefined : lt(invitations.id, before),
  );
  const rows = await ctx.db.all(invitations, { where: waiting, orderBy: desc(invitations.id), limit: limit + 1 });
  const now = ctx.clock.now();
  const data = rows.map(({ id, email, role, createdAt, expiresAt }) => ({
    id,
    email,
    role,
    createdAt,
    expiresAt,
    isExpired: expiresAt <= now,
  }));
  return toPage(data, limit);
}
