import { z } from "zod";
import { vendors } from "#app/domain/channels/ports.ts";
import { adviceStates, dismissReasons } from "#app/domain/selling/advice-state.ts";
import type { listRecommendations } from "#app/domain/selling/list-recommendations.server.ts";
import type { readScore } from "#app/domain/selling/read-score.server.ts";
import { remedySchema } from "#app/domain/selling/remedy.ts";
import { bands } from "#app/domain/selling/reputation-limits.ts";
import { ruleGroups } from "#app/domain/selling/rules/rule.ts";
import { gaps, partIds, scoreGaps, scoreRuleIds } from "#app/domain/selling/score-types.ts";
import { directions } from "#app/domain/trends/judge-trends.ts";
import type { listTrends } from "#app/domain/trends/list-trends.server.ts";
import { trendStates } from "#app/domain/trends/schemas.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const id = z.string();
const timeMs = z.int();
const evidence = z.array(z.object({ key: z.string(), value: z.union([z.string(), z.number()]), unit: z.string().exactOptional() }));
const measured = z.object({ value: z.number().nullable(), at: timeMs }).nullable();
const count = z.int().nullable();

const line = z.object({ rule: z.enum(scoreRuleIds), subject: z.string(), points: z.int(), evidence });
const loss = z.object({ rule: z.enum(scoreRuleIds), subject: z.string(), lost: z.int(), evidence, advice: z.string() });
const part = z.object({
  id: z.enum(partIds),
  weightBp: z.int(),
  points: count,
  gap: z.enum(gaps).nullable(),
  lines: z.array(line),
  losses: z.array(loss),
});
const headroom = z.object({
  metric: z.string(),
  rateBp: z.number(),
  band: z.enum([...bands, "red"]).nullable(),
  bad: count,
  base: count,
  baseSource: z.enum(["vendor", "rate", "own"]).nullable(),
  windowDays: z.number().nullable(),
  limits: z.array(z.object({ band: z.enum([...bands, "target"]), limitBp: z.int(), now: count, in7: count, in30: count })),
});
const score = z.object({
  score: count,
  gap: z.enum(scoreGaps).nullable(),
  parts: z.array(part),
  headroom: z.array(headroom),
  outOfStockBp: count,
});
const level = z.object({
  level: z.string().nullable(),
  medal: z.string().nullable(),
  withoutProtection: z.string().nullable(),
  protectedUntilMs: z.number().nullable(),
});

/** What the endpoints about score and advice answer. */
export const sellingAnswers = {
  Recommendation: exactly<RowOf<typeof listRecommendations>>()(
    z.object({
      id,
      ruleId: z.string(),
      group: z.enum(ruleGroups).nullable(),
      inputs: z.array(z.string()),
      channelId: z.string(),
      subject: z.object({ kind: z.string(), id, label: z.string() }),
      state: z.enum(adviceStates),
      priority: z.int(),
      evidence,
      expected: z.object({ metric: z.string(), before: z.number(), after: z.number(), unit: z.string() }),
      remedy: remedySchema.nullable(),
      href: z.string().nullable(),
      dismissReason: z.enum(dismissReasons).nullable(),
      measuredAfter7: measured,
      measuredAfter14: measured,
      firstSeenAt: timeMs,
      lastSeenAt: timeMs,
      decidedAt: timeMs.nullable(),
    }),
  ),
  Trend: exactly<RowOf<typeof listTrends>>()(
    z.object({
      id,
      region: z.string(),
      term: z.string(),
      state: z.enum(trendStates),
      direction: z.enum(directions),
      changePercent: count,
      sureness: z.int(),
      score: z.int(),
      series: z.array(z.number().nullable()),
      firstDay: z.string(),
      lastDay: z.string(),
      sources: z.array(z.string()),
      evidence: z.array(z.object({ source: z.string(), title: z.string(), url: z.string().nullable(), day: z.string() })),
      match: z
        .object({ kind: z.enum(["product", "listing"]), id, label: z.string(), words: z.array(z.string()), percent: z.number() })
        .nullable(),
      why: z.string().nullable(),
      judgedAt: timeMs,
      decidedAt: timeMs.nullable(),
    }),
  ),
  ScoreReport: exactly<Answer<typeof readScore>>()(
    z.object({
      workspace: score,
      channels: z.array(
        score.extend({ channelId: id, name: z.string(), vendor: z.enum(vendors), units30d: z.int(), level: level.nullable() }),
      ),
      history: z.array(z.object({ day: z.string(), score: z.int() })),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
