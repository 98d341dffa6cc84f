import { isNull } from "drizzle-orm";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { dashboardPins, dashboards } from "#db/schema/artifacts.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { metricQuerySchema } from "../metrics/schemas.ts";
import type { Untrusted } from "../untrusted.ts";
import { createDashboardSchema } from "./schemas.ts";
import { starterPins } from "./starter-pins.ts";
import { usualChart } from "./usual-chart.ts";

const mostDashboards = 100;

/** A board, empty or with the numbers most shops look at. The first one a workspace has is its default. */
export async function createDashboard(ctx: ServiceContext, input: Untrusted<typeof createDashboardSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { name, visibility, isStarter } = parseInput(createDashboardSchema, input);
  const [count, shared] = await Promise.all([ctx.db.count(dashboards, isNull(dashboards.deletedAt)), ctx.db.all(dashboards, { limit: 1 })]);
  if (count >= mostDashboards) throw new AppError("conflict", "tooManyDashboards");
  const id = ctx.ids.next("dsh");
  const now = ctx.clock.now();
  const pins = isStarter ? await starterRows(ctx, id, now) : [];
  await mutate(ctx, {
    writes: [
      insert(dashboards, {
        id,
        name,
        isDefault: shared.length === 0 && visibility === "workspace",
        visibility,
        ownerId: ctx.stamp.id,
        createdBy: ctx.stamp.label,
        period: null,
        createdAt: now,
        updatedAt: now,
        deletedAt: null,
      }),
      ...(pins.length === 0 ? [] : [insert(dashboardPins, ...pins)]),
    ],
    audit: { action: "dashboard.created", subject: { type: "dashboard", id, label: name }, after: { visibility } },
    events: [{ type: "data.changed", area: "answers" }],
  });
  return { id };
}

async function starterRows(ctx: ServiceContext, dashboardId: string, now: number) {
  const t = await getTranslator(ctx.locale, "dashboards");
  const titles = t("starter", { returnObjects: true });
  return starterPins.map(({ key, size, query }, position) => {
    const title = titles[key];
    const parsed = metricQuerySchema.parse(query);
    return {
      id: ctx.ids.next("pin"),
      dashboardId,
      title,
      section: { title, type: "metric", query: parsed, chart: usualChart(parsed) },
      size,
      position,
      createdBy: ctx.stamp.label,
      createdAt: now,
    };
  });
}
