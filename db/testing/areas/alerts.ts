import { acknowledgeAlert } from "#app/domain/warehouse/acknowledge-alert.server.ts";
import { listAlerts } from "#app/domain/warehouse/list-alerts.server.ts";
import { raiseAlert } from "#app/domain/warehouse/raise-alert.server.ts";
import { resolveAlert } from "#app/domain/warehouse/resolve-alert.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "warehouse:read" } as const;
const refused = { foreignAnswer: "not_found" } as const;

export const alertsVerbs: AreaVerbs = {
  verbs: {
    raiseAlert: {
      run: raiseAlert,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ zoneId: home.shop.zoneId, kind: "understaffed", severity: "watch", facts: {} }),
      fields: { zoneId: "text", kind: "choice", severity: "choice" },
      foreign: (other) => ({ zoneId: other.shop.zoneId, kind: "understaffed", severity: "watch", facts: {} }),
    },
    listAlerts: {
      run: listAlerts,
      ...reads,
      fields: { limit: "optionalNumber", cursor: "optionalText", state: "optionalChoice" },
    },
    acknowledgeAlert: {
      run: acknowledgeAlert,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ id: home.shop.alertId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.alertId }),
    },
    resolveAlert: {
      run: resolveAlert,
      needs: "warehouse:write",
      ...refused,
      input: (home) => ({ id: home.shop.alertId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.alertId }),
    },
  },
  helpers: ["openAlert"],
  systemWork: [],
};
