import { artifacts, dashboardPins, dashboards, reportRecipients, reportSchedules } from "#db/schema/artifacts.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs, testIds } from "./basics.ts";

type Kept = Record<"artifactId" | "dashboardId" | "pinId" | "scheduleId", string>;

/** An answer that everybody may see, the same on the default board, and a mail of it to its maker. */
export function artifactWrites({ artifactId, dashboardId, pinId, scheduleId }: Kept, userId: string): Write[] {
  const made = { createdBy: "Ana owner", createdAt: stageStartMs, updatedAt: stageStartMs };
  const section = { title: "Orders", type: "metric", query: { metric: "orders" }, chart: null };
  const shared = { ...made, visibility: "workspace", ownerId: userId, deletedAt: null };
  return [
    insert(artifacts, {
      ...shared,
      id: artifactId,
      kind: "chart",
      title: "Orders",
      note: "",
      sections: [section],
      picture: [null],
      keptAt: stageStartMs,
      conversationId: null,
      searchText: "orders",
    }),
    insert(dashboards, { ...shared, id: dashboardId, name: "Numbers", isDefault: true, period: null }),
    insert(dashboardPins, {
      id: pinId,
      dashboardId,
      title: "Orders",
      section,
      size: "half",
      position: 0,
      createdBy: made.createdBy,
      createdAt: stageStartMs,
    }),
    insert(reportSchedules, {
      ...made,
      id: scheduleId,
      subjectKind: "artifact",
      subjectId: artifactId,
      rhythm: { every: "daily", hour: 8 },
      state: "on",
      nextAt: stageStartMs + 3_600_000,
    }),
    insert(reportRecipients, { id: testIds.next("rrc"), scheduleId, userId, leaveToken: `leave-${scheduleId}`, leftAt: null }),
  ];
}
