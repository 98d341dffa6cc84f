import { workspacesWithZones, writeFloorReports } from "#app/domain/warehouse/write-floor-reports.server.ts";
import { contextForCron, type WorkerDeps } from "../context.server.ts";

/** Every hour, because midnight comes at another hour in each time zone; a day that has its report costs one read. */
export async function reportFloors(deps: WorkerDeps): Promise<void> {
  for (const workspaceId of await workspacesWithZones(deps.orm)) {
    try {
      await writeFloorReports(contextForCron(deps, "report-floors", workspaceId));
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: "report-floors", error });
    }
  }
}
