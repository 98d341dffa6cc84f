import { and, gte, lte } from "drizzle-orm";
import type { z } from "zod";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { aiSpendDays } from "#db/schema/ai.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { spendSchema } from "./schemas.ts";
import { dayBefore, daysOf, forecastMonth, partsBy, type SpendDayRow, type SpendPart, type Spent, sumOf } from "./spend.ts";

export type AiSpend = {
  from: string;
  to: string;
  total: Spent;
  /** What as many days before that cost. */
  before: Spent;
  days: (Spent & { day: string })[];
  byUser: SpendPart[];
  byAgent: SpendPart[];
  /** Keys, tablets and work of the house itself. */
  byOther: SpendPart[];
  byPurpose: SpendPart[];
  byModel: SpendPart[];
  month: { month: string; spentMicroUsd: number; forecastMicroUsd: number };
};

const mostRows = 20_000;

/** What models cost, for whom and for what; days begin where the workspace is. */
export async function readAiSpend(ctx: ServiceContext, input: z.input<typeof spendSchema> = {}): Promise<AiSpend> {
  requirePermission(ctx, "ai:read");
  const { days } = parseInput(spendSchema, input);
  const { timeZone } = await readWorkspace({ ...ctx, actor: { kind: "system", job: "ai-spend" } });
  const to = zonedDay(ctx.clock.now(), timeZone);
  const from = days === 1 ? to : dayBefore(to, days - 1);
  const earliest = [dayBefore(from, days), dayBefore(`${to.slice(0, 7)}-01`, 7)].toSorted()[0] ?? from;
  const rows = await ctx.db.all(aiSpendDays, { where: and(gte(aiSpendDays.day, earliest), lte(aiSpendDays.day, to)), limit: mostRows });
  const within = rows.filter(({ day }) => day >= from);
  const of = (kind: string) => within.filter(({ askerKind }) => askerKind === kind);
  const byAsker = (some: SpendDayRow[]) => partsBy(some, ({ askerId, askerLabel }) => ({ id: askerId, label: askerLabel }));
  const month = to.slice(0, 7);
  return {
    from,
    to,
    total: sumOf(within),
    before: sumOf(rows.filter(({ day }) => day < from && day >= dayBefore(from, days))),
    days: daysOf(within, from, to),
    byUser: byAsker(of("user")),
    byAgent: byAsker(of("agent")),
    byOther: byAsker(within.filter(({ askerKind }) => askerKind !== "user" && askerKind !== "agent")),
    byPurpose: partsBy(within, ({ purpose }) => ({ id: purpose, label: purpose })),
    byModel: partsBy(
      within.filter(({ model }) => model !== ""),
      ({ provider, model }) => ({ id: `${provider} ${model}`, label: `${provider} · ${model}` }),
    ),
    month: {
      month,
      spentMicroUsd: sumOf(rows.filter(({ day }) => day.startsWith(month))).costMicroUsd,
      forecastMicroUsd: forecastMonth(rows, to, { from: rows.map(({ day }) => day).toSorted()[0] ?? to }),
    },
  };
}
