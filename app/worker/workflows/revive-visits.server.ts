import { type UnfinishedVisit, unfinishedVisits } from "#app/domain/interactions/fail-session.server.ts";
import type { WorkerDeps } from "../context.server.ts";
import { revive, type Workflows } from "./revive.server.ts";

/** Far longer than the retries of a step take. */
const silentAfterMs = 10 * 60_000;

type Options = { silentForMs?: number; workflows?: Workflows<UnfinishedVisit> };

/** Ended visits whose workflow stands still go on with their next step. */
export async function reviveVisits(deps: WorkerDeps, options: Options = {}): Promise<number> {
  const { silentForMs = silentAfterMs, workflows = deps.env.PROCESS_INTERACTION_WORKFLOW } = options;
  const visits = await unfinishedVisits(deps.orm, deps.clock.now() - silentForMs);
  for (const visit of visits) {
    try {
      const outcome = await revive(workflows, visit.sessionId, visit);
      deps.logger.warn({ event: "visit.revived", sessionId: visit.sessionId, outcome });
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: "revive-visits", error, details: { sessionId: visit.sessionId } });
    }
  }
  return visits.length;
}
