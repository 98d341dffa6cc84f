import type { ShopperSession } from "#app/domain/interactions/session-row.ts";
import { zonedStamp } from "#app/platform/zoned-days.ts";
import { siteStatistics } from "#db/schema/site-statistics.ts";
import { add, type Write } from "#db/writes.ts";
import { countVisit, type SeenPage } from "./count-visit.ts";

type CountedSession = Pick<ShopperSession, "siteId" | "startedAt" | "isBot" | "halfHourVisits" | "features">;
type Deps = { ids: { next(prefix: string): string }; timeZone: string };

/** What an ended visit adds to its site’s statistics; they go with the write that ends it, so that each is counted once. */
export function statisticsWrites({ ids, timeZone }: Deps, session: CountedSession, pages: readonly SeenPage[]): Write[] {
  if (session.isBot) return [];
  const stamp = zonedStamp(session.startedAt, timeZone);
  const [day, hour] = [stamp.slice(0, 10), Number(stamp.slice(11, 13))];
  const { features, halfHourVisits, siteId } = session;
  const rows = countVisit({ features, halfHourVisits, pages, hour }).map((row) => ({ id: ids.next("sts"), siteId, day, ...row }));
  const key = ["workspaceId", "siteId", "kind", "day", "value"] as const;
  const sums = ["visits", "halfHourVisits", "pageViews", "visibleMs", "bounces", "orders", "orderCents"] as const;
  return [add(siteStatistics, { key: [...key], sums: [...sums] }, rows)];
}
