import { and, eq, isNull, sql } from "drizzle-orm";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { dashboardPins, dashboards } from "#db/schema/artifacts.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { ensure, insert, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { answerForKeeping } from "./answer-section.server.ts";
import { findDashboard, pinRowsOf } from "./find-dashboard.server.ts";
import { maxPins } from "./kinds.ts";
import { pinAnswerSchema } from "./schemas.ts";
import { usualChart } from "./usual-chart.ts";

type Board = { id: string; name: string; writes: Write[] };

/** Hangs an answer on a board; without one named on the workspace's default, which is made when nobody pinned before. */
export async function pinAnswer(
  ctx: ServiceContext,
  input: Untrusted<typeof pinAnswerSchema>,
): Promise<{ id: string; dashboardId: string }> {
  requirePermission(ctx, "chat:write");
  const { dashboardId, section, size } = parseInput(pinAnswerSchema, input);
  const { query } = await answerForKeeping(ctx, section, "section");
  const board = dashboardId === undefined ? await defaultBoard(ctx) : { ...(await findDashboard(ctx, dashboardId)), writes: [] };
  const known = await pinRowsOf(ctx, board.id);
  if (known.length >= maxPins) throw new AppError("conflict", "boardFull");
  const id = ctx.ids.next("pin");
  try {
    await mutate(ctx, {
      writes: [
        ...board.writes,
        insert(dashboardPins, {
          id,
          dashboardId: board.id,
          title: section.title,
          section: { ...section, query, chart: section.chart ?? usualChart(query) },
          size,
          position: (known.at(-1)?.position ?? -1) + 1,
          createdBy: ctx.stamp.label,
          createdAt: ctx.clock.now(),
        }),
        // Two who pin at once are not to fill it beyond what it holds.
        ensure(sql`(select count(*) from ${dashboardPins} where dashboard_id = ${board.id}) <= ${maxPins}`),
      ],
      audit: {
        action: "dashboard.pinned",
        subject: { type: "dashboard", id: board.id, label: board.name },
        after: { title: section.title },
      },
      events: [{ type: "data.changed", area: "answers" }],
    });
  } catch (error) {
    // Somebody else made the default board at the same moment: it is there now.
    if (error instanceof DuplicateRowError && board.writes.length > 0) return pinAnswer(ctx, input);
    throw error;
  }
  return { id, dashboardId: board.id };
}

async function defaultBoard(ctx: ServiceContext): Promise<Board> {
  const known = await ctx.db.first(dashboards, and(eq(dashboards.isDefault, true), isNull(dashboards.deletedAt)));
  if (known !== undefined) return { ...known, writes: [] };
  const t = await getTranslator(ctx.locale, "dashboards");
  const [id, name, now] = [ctx.ids.next("dsh"), t("defaultName"), ctx.clock.now()];
  const row = {
    id,
    name,
    isDefault: true,
    visibility: "workspace",
    ownerId: ctx.stamp.id,
    createdBy: ctx.stamp.label,
    period: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  return { id, name, writes: [insert(dashboards, row)] };
}
