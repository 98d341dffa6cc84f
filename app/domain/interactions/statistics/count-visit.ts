import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { SessionFeatures } from "#app/domain/interactions/interaction.ts";

const statisticKinds = ["all", "page", "landing", "exit", "referrer", "campaign", "device", "browser", "country", "hour"] as const;
export type StatisticKind = (typeof statisticKinds)[number];

export type Counts = {
  visits: number;
  halfHourVisits: number;
  pageViews: number;
  visibleMs: number;
  bounces: number;
  orders: number;
  orderCents: number;
};
export type CountedVisit = Counts & { kind: StatisticKind; value: string };

export type SeenPage = { path: string; pageViews: number; visibleMs: number };
type Ended = { features: SessionFeatures; halfHourVisits: number; pages: readonly SeenPage[]; hour: number };

/** A page more is counted in the sum alone: nobody reads a hundred pages, a program does. */
const mostPages = 50;
const longestValue = 200;

/** What one visit adds to its day: to all visits, and to each thing it is counted by. */
export function countVisit({ features, halfHourVisits, pages: seen, hour }: Ended): CountedVisit[] {
  const { pages, visibleMs, orderRef, orderCents, landingPath, exitPath, referrerHost, campaign, device, browser, country } = features;
  const whole: Counts = {
    visits: 1,
    halfHourVisits,
    pageViews: pages,
    visibleMs,
    bounces: pages <= 1 && orderRef === null ? 1 : 0,
    orders: orderRef === null ? 0 : 1,
    orderCents: orderCents ?? 0,
  };
  const by = (kind: StatisticKind, value: string | null): CountedVisit[] =>
    value === null ? [] : [{ kind, value: value.slice(0, longestValue), ...whole }];
  return [
    ...by("all", ""),
    ...by("landing", pathOf(landingPath)),
    ...by("exit", pathOf(exitPath)),
    ...by("referrer", referrerHost ?? "direct"),
    ...by("campaign", campaign.name ?? campaign.source),
    ...by("device", device),
    ...by("browser", browser),
    ...by("country", country),
    ...by("hour", String(hour).padStart(2, "0")),
    ...seen.map(({ path, ...counted }): CountedVisit => ({ ...whole, ...counted, kind: "page", value: path })),
  ];
}

/** The pages a visit saw, each with how often and how long. */
export function pagesSeen(events: readonly KeptEvent[]): SeenPage[] {
  const seen = new Map<string, SeenPage>();
  for (const { type, path: asked, visibleMs = 0 } of events) {
    if (type !== "page" && type !== "leave") continue;
    const path = pathOf(asked).slice(0, longestValue);
    const known = seen.get(path) ?? { path, pageViews: 0, visibleMs: 0 };
    const views = known.pageViews + (type === "page" ? 1 : 0);
    seen.set(path, { path, pageViews: views, visibleMs: known.visibleMs + (type === "leave" ? visibleMs : 0) });
  }
  return [...seen.values()].slice(0, mostPages);
}

/** A page is one, whatever was asked of it. */
function pathOf(path: string): string {
  return path.split(/[?#]/, 1)[0] ?? "";
}
