import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { ZoneApproval } from "./ports.ts";
import { findZone } from "./read-zone.server.ts";

/** Corrections of a zone that wait for somebody who may decide. Nobody else hears of them: they say what the books expect. */
export async function listApprovals(ctx: ServiceContext, input: { id: string }): Promise<ZoneApproval[]> {
  requirePermission(ctx, "warehouse:write");
  const { id } = parseInput(byIdSchema, input);
  await findZone(ctx, id);
  return ctx.ports.zoneRooms.approvals({ workspaceId: ctx.workspaceId, zoneId: id });
}
