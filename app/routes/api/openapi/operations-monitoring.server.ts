import { pageSchema } from "#app/domain/paging.ts";
import { listAlertsSchema } from "#app/domain/warehouse/list-alerts.server.ts";
import { listArchivedEventsSchema } from "#app/domain/warehouse/list-archived-events.server.ts";
import { eventArchiveSchema } from "#app/domain/warehouse/read-event-archive.server.ts";
import { zoneLabelsSchema } from "#app/domain/warehouse/labels/schemas.ts";
import { floorMetricsSchema } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import type { Operation } from "./operations.server.ts";

const done = { kind: "one", of: "Done" } as const;

/** The floor as numbers, and what is not as it should be there. */
export const monitoringOperations: readonly Operation[] = [
  {
    id: "readFloorMetrics",
    method: "get",
    path: "/warehouse/metrics",
    tag: "warehouse",
    needs: "warehouse:read",
    query: floorMetricsSchema,
    answer: { kind: "one", of: "FloorMetrics" },
  },
  {
    id: "readEventArchive",
    method: "get",
    path: "/zones/{id}/archive",
    tag: "warehouse",
    needs: "warehouse:read",
    query: eventArchiveSchema,
    answer: { kind: "one", of: "EventArchive" },
  },
  {
    id: "listArchivedEvents",
    method: "get",
    path: "/zones/{id}/archive/events",
    tag: "warehouse",
    needs: "warehouse:read",
    query: listArchivedEventsSchema,
    answer: { kind: "one", of: "ArchivedEvents" },
  },
  {
    id: "readZoneLabels",
    method: "get",
    path: "/zones/{id}/labels",
    tag: "warehouse",
    needs: "warehouse:read",
    query: zoneLabelsSchema.omit({ id: true }),
    answer: { kind: "file", mediaType: "application/zpl" },
  },
  {
    id: "listReports",
    method: "get",
    path: "/warehouse/reports",
    tag: "warehouse",
    needs: "warehouse:read",
    query: pageSchema,
    answer: { kind: "page", of: "ReportEntry" },
  },
  {
    id: "readReport",
    method: "get",
    path: "/warehouse/reports/{id}",
    tag: "warehouse",
    needs: "warehouse:read",
    answer: { kind: "one", of: "FloorReport" },
  },
  {
    id: "listAlerts",
    method: "get",
    path: "/alerts",
    tag: "warehouse",
    needs: "warehouse:read",
    query: listAlertsSchema,
    answer: { kind: "page", of: "Alert" },
  },
  { id: "acknowledgeAlert", method: "post", path: "/alerts/{id}/acknowledge", tag: "warehouse", needs: "warehouse:write", answer: done },
  { id: "resolveAlert", method: "post", path: "/alerts/{id}/resolve", tag: "warehouse", needs: "warehouse:write", answer: done },
];
