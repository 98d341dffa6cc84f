import { z } from "zod";
import { patternKinds, periods } from "#app/domain/patterns/kinds.ts";
import type { listPatterns } from "#app/domain/patterns/list-patterns.server.ts";
import type { readPattern } from "#app/domain/patterns/read-pattern.server.ts";
import type { readPatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import { patternStates } from "#app/domain/patterns/schemas.ts";
import { funnelStages } from "#app/domain/patterns/tally.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const id = z.string();
const timeMs = z.int();
const text = z.string();
const whole = z.int();

const pattern = z.object({
  id,
  period: z.enum(periods),
  startDay: text,
  kind: z.enum(patternKinds),
  key: text,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  support: whole,
  outOf: whole,
  confidencePerMille: whole,
  effectPerMille: whole,
  changePercent: whole.nullable(),
  strength: whole,
  interactionIds: z.array(id),
  state: z.enum(patternStates),
  dismissedBecause: text.nullable(),
  foundAt: timeMs,
  createdAt: timeMs,
});

export const patternsAnswers = {
  DecidedPattern: exactly<RowOf<typeof listPatterns>>()(pattern),
  Pattern: exactly<Answer<typeof readPattern>>()(pattern.extend({ evidence: z.array(z.object({ id, text, occurredAt: timeMs })) })),
  PatternPeriod: exactly<Answer<typeof readPatternPeriod>>()(
    z.object({
      period: z.enum(periods),
      startDay: text,
      endDay: text,
      previousDay: text.nullable(),
      nextDay: text.nullable(),
      countedAt: timeMs.nullable(),
      nextCountAt: timeMs,
      daysCounted: whole,
      days: whole,
      sessions: whole,
      bots: whole,
      returning: whole,
      funnel: z.array(z.object({ stage: z.enum(funnelStages), reached: whole })),
      steps: z.array(z.object({ name: text, reached: whole, left: whole })),
      hours: z.array(whole),
      devices: z.record(z.string(), whole),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
