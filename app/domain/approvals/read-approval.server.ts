import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { type Approval, toApproval } from "./approval-row.ts";
import { findApproval } from "./visible-approvals.server.ts";

export async function readApproval(ctx: ServiceContext, input: { id: string }): Promise<Approval> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(byIdSchema, input);
  return toApproval(await findApproval(ctx, id), ctx.clock.now());
}
