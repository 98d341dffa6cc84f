import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { delegations } from "#db/schema/delegations.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { listDelegationsSchema } from "./schemas.ts";
import { settleTask } from "./settle-tasks.server.ts";
import { type Delegation, toDelegation } from "./task-row.ts";

const byChange = orderOf({ stateAt: delegations.stateAt }, "-stateAt");

/** What programs asked of the workspace, what changed last first. */
export async function listDelegations(ctx: ServiceContext, input: z.input<typeof listDelegationsSchema> = {}): Promise<Page<Delegation>> {
  requirePermission(ctx, "agents:read");
  const { limit, cursor, state } = parseInput(listDelegationsSchema, input);
  const rows = await ctx.db.all(delegations, {
    where: and(state === undefined ? undefined : eq(delegations.state, state), afterCursor(byChange, delegations.id, cursor)),
    orderBy: orderBy(byChange, delegations.id),
    limit: limit + 1,
  });
  const { data, nextCursor } = toSortedPage(rows, limit, byChange, ({ stateAt }) => stateAt);
  const settled = [];
  for (const row of data) settled.push(toDelegation(await settleTask(ctx, row)));
  return { data: settled, nextCursor };
}
