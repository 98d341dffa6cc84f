import { listOpenVisits } from "#app/domain/interactions/list-sessions.server.ts";
import { countToday } from "#app/domain/patterns/count-today.server.ts";
import { workspacesWithSites } from "#app/domain/sites/workspaces-with-sites.server.ts";
import { contextForCron, type WorkerDeps } from "./context.server.ts";

/** Ends what goes on at every site, as far as sites have heard of it. For those who would wait an hour otherwise. */
export async function endAllVisits(deps: WorkerDeps, { isDayOver }: { isDayOver: boolean }): Promise<number> {
  let ended = 0;
  for (const workspaceId of await workspacesWithSites(deps.orm)) {
    const ctx = contextForCron(deps, "end-visits", workspaceId);
    for (const { siteId, visitorKey } of await listOpenVisits(ctx)) {
      await ctx.ports.shopperRooms.endVisit({ workspaceId, siteId, visitorKey });
      ended += 1;
    }
    if (isDayOver) await countToday(ctx);
  }
  return ended;
}
