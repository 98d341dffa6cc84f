import { expect, test } from "vitest";
import type { SessionFeatures } from "#app/domain/interactions/interaction.ts";
import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import { countVisit, pagesSeen } from "./count-visit.ts";
import { lastDays } from "./last-days.ts";

const features: SessionFeatures = {
  startedAt: 0,
  endedAt: 60_000,
  visibleMs: 50_000,
  pages: 2,
  clicks: 1,
  rageClicks: 0,
  deadClicks: 0,
  deepestPercent: 80,
  landingPath: "/?utm_source=x",
  exitPath: "/kettle",
  stages: ["landing", "product"],
  checkoutSteps: [],
  searches: [],
  products: [],
  hesitations: [],
  orderRef: null,
  orderCents: null,
  currency: null,
  isReturning: false,
  botFlags: [],
  device: "phone",
  browser: "Chrome",
  country: "BR",
  referrerHost: null,
  campaign: { source: "news", medium: null, name: null },
};
const event = (type: KeptEvent["type"], path: string, more: Partial<KeptEvent> = {}): KeptEvent => ({
  id: path,
  type,
  at: 0,
  clientAt: 0,
  receivedAt: 0,
  path,
  ...more,
});
const events = [event("page", "/?utm_source=x"), event("leave", "/", { visibleMs: 20_000 }), event("page", "/kettle#top")];

function counted(more: Partial<SessionFeatures> = {}) {
  const rows = countVisit({ features: { ...features, ...more }, halfHourVisits: 1, pages: pagesSeen(events), hour: 7 });
  return (kind: string) => rows.filter((row) => row.kind === kind);
}

test("a visit is counted once as a whole, and once by each thing it is known by", () => {
  const of = counted();
  expect(of("all")).toEqual([
    { kind: "all", value: "", visits: 1, halfHourVisits: 1, pageViews: 2, visibleMs: 50_000, bounces: 0, orders: 0, orderCents: 0 },
  ]);
  const values = ["landing", "exit", "referrer", "campaign", "device", "browser", "country", "hour"].map((kind) =>
    of(kind).map((row) => row.value),
  );
  expect(values).toEqual([["/"], ["/kettle"], ["direct"], ["news"], ["phone"], ["Chrome"], ["BR"], ["07"]]);
});

test("pages are counted without what was asked of them, each with its own views and time", () => {
  expect(counted()("page").map(({ value, pageViews, visibleMs, visits }) => ({ value, pageViews, visibleMs, visits }))).toEqual([
    { value: "/", pageViews: 1, visibleMs: 20_000, visits: 1 },
    { value: "/kettle", pageViews: 1, visibleMs: 0, visits: 1 },
  ]);
});

test("one page and gone is a bounce, unless something was bought on it", () => {
  expect(counted({ pages: 1 })("all")[0]?.bounces).toBe(1);
  expect(counted({ pages: 1, orderRef: "1", orderCents: 900 })("all")[0]).toMatchObject({ bounces: 0, orders: 1, orderCents: 900 });
});

test("the days before are as many, also across the turn of a year", () => {
  expect(lastDays("2026-01-02", 3)).toEqual({
    fromDay: "2025-12-31",
    untilDay: "2026-01-02",
    beforeDay: "2025-12-28",
    lastBefore: "2025-12-30",
    days: ["2025-12-31", "2026-01-01", "2026-01-02"],
  });
});
