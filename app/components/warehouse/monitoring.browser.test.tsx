import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Alert } from "#app/domain/warehouse/list-alerts.server.ts";
import type { ZoneChecked } from "#app/domain/warehouse/list-zone-checks.server.ts";
import type { ZoneFigures } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { renderPage } from "../ui/testing/render-page.tsx";
import type { FloorReport } from "#app/domain/warehouse/monitoring/report.ts";
import { AlertList } from "./alert-list.tsx";
import { ReportBody } from "./report-body.tsx";
import { ZoneHealth } from "./zone-health.tsx";

const minute = 60_000;
const alert: Alert = {
  id: "alr_1",
  kind: "queue-age",
  severity: "watch",
  zone: { id: "zon_1", name: "Zone A" },
  openedAt: 0,
  lastSeenAt: 0,
  acknowledgedBy: null,
  acknowledgedAt: null,
  resolvedBy: null,
  resolvedAt: null,
  facts: { value: 70 * minute, median: 20 * minute, limit: 40 * minute, samples: 100, task: "pick" },
};
const zone: ZoneFigures = {
  id: "zon_1",
  name: "Zone A",
  warehouse: "Depot",
  metrics: {
    atMs: 0,
    queue: [],
    dwell: [],
    connections: 2,
    lastSeq: 9,
    untold: 1,
    waiting: 2,
    oldestWaitingMs: 5,
    storageBytes: 4_096,
  },
};
const check: ZoneChecked = {
  zoneId: "zon_1",
  checkedAt: 0,
  durationMs: 12,
  drift: 0,
  isCompared: true,
  differences: [],
  learning: [{ kind: "queue-age", have: 5, need: 24 }],
};

test("an alert says what is unusual, against what it was measured, and where", async () => {
  await renderPage(<AlertList alerts={[alert]} state="open" mayWrite />);
  expect(await screen.findByText("Tasks wait unusually long")).toBeDefined();
  expect(
    screen.getByText(/The oldest \(Pick\) has waited 1 h 10 min\. Usual are 20 min 00 s, over 100 hours; unusual begins at 40 min 00 s\./),
  ).toBeDefined();
  expect(screen.getByRole("link", { name: "Zone A" }).getAttribute("href")).toBe("/warehouse/zones/zon_1");
});

test("a manager takes it on or ends it, by name", async () => {
  let sent: Record<string, string> = {};
  await renderPage(<AlertList alerts={[alert]} state="open" mayWrite />, { action: (fields) => ((sent = fields), { ok: true }) });
  await userEvent.click(await screen.findByRole("button", { name: "I look after it: Tasks wait unusually long, Zone A" }));
  await waitFor(() => expect(sent).toEqual({ id: "alr_1", intent: "acknowledge" }));
  await userEvent.click(await screen.findByRole("button", { name: /^End it: / }));
  await waitFor(() => expect(sent).toEqual({ id: "alr_1", intent: "resolve" }));
});

test("who may only look gets no buttons, and what is over says how it ended", async () => {
  const over: Alert = { ...alert, resolvedAt: 5, acknowledgedBy: "Ana", acknowledgedAt: 1 };
  await renderPage(<AlertList alerts={[over, { ...over, id: "alr_2", resolvedBy: "Rui" }]} state="resolved" mayWrite={false} />);
  expect(await screen.findByText("ended by itself")).toBeDefined();
  expect(screen.getByText("ended by Rui")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a zone in order, one that differs, one that is silent and one nobody looked at are told apart in words", async () => {
  const ids = ["zon_1", "zon_2", "zon_3", "zon_4"];
  const zones = ids.map((id, index) => ({ ...zone, id, name: `Zone ${id}`, metrics: index === 2 ? null : zone.metrics }));
  const differing = {
    ...check,
    zoneId: "zon_2",
    drift: 1,
    differences: [{ kind: "not-as-told", what: "KET-18", expected: "5/0/0/0/0", found: "4/0/0/0/0" }],
  };
  await renderPage(<ZoneHealth zones={zones} checks={[check, differing, { ...check, zoneId: "zon_3" }]} />);
  const rows = (await screen.findAllByRole("row")).slice(1);
  const words = ["In order", "1 difference", "Does not answer", "Not checked yet"];
  for (const [index, word] of words.entries()) expect(within(rows[index] ?? document.body).getByText(word)).toBeDefined();
  expect(screen.getByText(/not-as-told: KET-18/)).toBeDefined();
  expect(screen.getAllByText("age of tasks, in hours: 5 of 24")).toHaveLength(3);
});

test("a day's report shows its figures, its zones as they were, its alerts, and who did not answer", async () => {
  const work = { pickedUnits: 12, pickedLines: 3, doneTasks: 3, movements: 9, picks: 4, shortPicks: 1 };
  const counts = { countedLines: 10, wrongLines: 1, corrections: 1 };
  const stock = { skus: 2, onHand: 40, reserved: 5, onHold: 1, damaged: 0, inTransit: 0 };
  const zones = ["A", "B"].map((id) => ({
    id,
    name: `Zone ${id}`,
    warehouse: "Depot",
    checkedAt: 1,
    drift: 0,
    ...stock,
    hasAnswered: id === "A",
  }));
  const report: FloorReport = {
    v: 1,
    day: "2026-11-27",
    timeZone: "America/Sao_Paulo",
    fromMs: 0,
    untilMs: 1,
    madeAt: 0,
    total: { ...work, ...counts, accuracy: 0.9 },
    hours: [],
    people: [{ actorId: "usr_1", name: "Ana", pickedUnits: 12, pickedLines: 3, doneTasks: 3, hours: 2 }],
    zones,
    alerts: [{ kind: "drift", severity: "wrong", zoneId: "A", openedAt: 0, acknowledgedBy: null, resolvedAt: 1, resolvedBy: null }],
  };
  await renderPage(<ReportBody report={report} />);
  expect(await screen.findByText("Without figures, because they did not answer: Zone B")).toBeDefined();
  expect(screen.getByText("90%")).toBeDefined();
  expect(screen.getByText("9 of 10")).toBeDefined();
  expect(screen.getByText("1 of 4")).toBeDefined();
  const stockRows = within(screen.getByRole("region", { name: "Stock by zone" })).getAllByRole("row");
  expect(stockRows).toHaveLength(3);
  expect(within(screen.getByRole("list", { name: "Alerts of the day" })).getByText("The books do not add up")).toBeDefined();
});
