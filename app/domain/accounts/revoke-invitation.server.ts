import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { invitations } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { byIdSchema } from "./schemas.ts";

export async function revokeInvitation(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "team:write");
  const { id } = parseInput(byIdSchema, input);
  const invitation = await ctx.db.first(invitations, eq(invitations.id, id));
  if (invitation === undefined || invitation.acceptedAt !== null || invitation.revokedAt !== null) throw notFound("invitation");
  await mutate(ctx, {
    writes: [update(invitations, invitation, { revokedAt: ctx.clock.now() })],
    audit: { action: "invitation.revoked", subject: { type: "invitation", id, label: invitation.email } },
  });
}
