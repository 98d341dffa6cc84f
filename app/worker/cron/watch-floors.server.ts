import { watchZones, zonesToWatch } from "#app/domain/warehouse/watch-zones.server.ts";
import { contextForCron, type WorkerDeps } from "../context.server.ts";

const zonesAMinute = 30;

/** A bounded number of zones a minute; those nobody has looked at for longest come first. */
export async function watchFloors(deps: WorkerDeps): Promise<void> {
  for (const [workspaceId, zones] of await zonesToWatch(deps.orm, deps.clock.now(), zonesAMinute)) {
    try {
      await watchZones(contextForCron(deps, "watch-zones", workspaceId), zones);
    } catch (error) {
      deps.logger.error({ event: "unexpected.error", where: "watch-zones", error });
    }
  }
}
