import { asc, count, ne } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { recommendations } from "#db/schema/selling.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { AdviceState } from "./advice-state.ts";

export type AdviceCounts = { counts: Record<AdviceState, number>; channels: { id: string; name: string }[] };

/** How much advice there is in each state, and the channels it may be about: the tabs and filters of its page. */
export async function countRecommendations(ctx: ServiceContext): Promise<AdviceCounts> {
  requirePermission(ctx, "selling:read");
  const [rows, connected] = await Promise.all([
    ctx.db.read((orm, scope) =>
      orm
        .select({ state: recommendations.state, rows: count() })
        .from(recommendations)
        .where(scope(recommendations))
        .groupBy(recommendations.state),
    ),
    ctx.db.all(channels, { where: ne(channels.state, "disconnected"), orderBy: asc(channels.createdAt), limit: 50 }),
  ]);
  const of = (state: AdviceState) => rows.find((row) => row.state === state)?.rows ?? 0;
  return {
    counts: { open: of("open"), applied: of("applied"), dismissed: of("dismissed"), settled: of("settled") },
    channels: connected.map(({ id, name }) => ({ id, name })),
  };
}
