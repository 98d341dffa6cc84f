import { z } from "zod";
import { proposalStates } from "#app/domain/agents/kinds.ts";
import { toolNames } from "#app/domain/agents/tool-inputs.ts";
import { comparators, matches } from "#app/domain/conditions.ts";
import type { listPolicyFields } from "#app/domain/agents/policies/list-policy-fields.server.ts";
import type { Policy } from "#app/domain/agents/policies/policy-row.ts";
import type { PolicyTest } from "#app/domain/agents/policies/test-policy.server.ts";
import type { createTrigger } from "#app/domain/triggers/create-trigger.server.ts";
import { eventKinds } from "#app/domain/triggers/events.ts";
import { actionResultSchema, firingStates } from "#app/domain/triggers/firing-row.ts";
import { stopReasons } from "#app/domain/triggers/guard.ts";
import type { FiringRow } from "#app/domain/triggers/list-firings.server.ts";
import type { TriggerSummary } from "#app/domain/triggers/list-triggers.server.ts";
import { matchVerdicts } from "#app/domain/triggers/match-events.ts";
import type { readTrigger } from "#app/domain/triggers/read-trigger.server.ts";
import type { renewSecret } from "#app/domain/triggers/renew-secret.server.ts";
import { triggerActionSchema } from "#app/domain/triggers/schemas.ts";
import type { TriggerTest } from "#app/domain/triggers/test-trigger.server.ts";
import { triggerStates } from "#app/domain/triggers/trigger-row.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const scalar = z.union([z.number(), text]);
const condition = z.object({ field: text, is: z.enum(comparators), value: scalar });
const conditions = z.object({ match: z.enum(matches), conditions: z.array(condition) });
const check = condition.extend({ found: scalar.nullable(), passes: z.boolean() });
const schedule = z.discriminatedUnion("every", [
  z.object({ every: z.literal("day"), days: z.array(whole), time: text }),
  z.object({ every: z.literal("interval"), minutes: whole }),
]);

const trigger = z.object({
  id: text,
  name: text,
  state: z.enum(triggerStates),
  event: z.enum(eventKinds),
  schedule: schedule.nullable(),
  conditions,
  repeats: z.object({ times: whole, withinHours: whole }).nullable(),
  actions: z.array(triggerActionSchema),
  mostPerHour: whole,
  hasSecret: z.boolean(),
  testedAt: whole.nullable(),
  onSince: whole.nullable(),
  createdBy: text,
  createdAt: whole,
  updatedAt: whole,
});

export const triggersAnswers = {
  MadeTrigger: exactly<Answer<typeof createTrigger>>()(z.object({ id: text, secret: text.nullable() })),
  TriggerSecret: exactly<Answer<typeof renewSecret>>()(z.object({ secret: text.nullable() })),
  TriggerSummary: exactly<TriggerSummary>()(trigger.extend({ lastFiredAt: whole.nullable(), fired: whole, failed: whole })),
  Trigger: exactly<Answer<typeof readTrigger>>()(trigger.extend({ next: z.array(whole), timeZone: text })),
  TriggerTest: exactly<TriggerTest>()(
    z.object({
      event: z.enum(eventKinds),
      from: whole,
      until: whole,
      looked: whole,
      fires: whole,
      events: z.array(
        z.object({
          id: text,
          at: whole,
          label: text,
          verdict: z.enum(matchVerdicts),
          checks: z.array(check),
          count: whole.nullable(),
        }),
      ),
      next: z.array(whole),
    }),
  ),
  Firing: exactly<FiringRow>()(
    z.object({
      id: text,
      triggerId: text,
      event: z.enum(eventKinds),
      happenedAt: whole,
      createdAt: whole,
      endedAt: whole.nullable(),
      subject: z.object({ type: text, id: text, label: text }),
      facts: z.record(text, scalar),
      evidence: z.array(check),
      chain: z.array(text),
      state: z.enum(firingStates),
      stopped: z.enum(stopReasons).nullable(),
      results: z.array(actionResultSchema),
      deliveries: z.array(
        z.object({ id: text, at: whole, url: text, status: whole.nullable(), durationMs: whole, failure: text.nullable() }),
      ),
    }),
  ),
  Policy: exactly<Policy>()(
    z.object({
      id: text,
      tool: z.enum(toolNames),
      name: text,
      state: z.enum(["on", "off"]),
      conditions,
      mostPerDay: whole,
      testedAt: whole.nullable(),
      createdBy: text,
      createdAt: whole,
      updatedAt: whole,
    }),
  ),
  PolicyFields: exactly<Answer<typeof listPolicyFields>>()(
    z.object({
      data: z.array(
        z.object({
          name: text,
          kind: z.enum(["number", "text", "choice"]),
          options: z.array(text).nullable(),
        }),
      ),
    }),
  ),
  PolicyTest: exactly<PolicyTest>()(
    z.object({
      looked: whole,
      passes: whole,
      rejected: whole,
      proposals: z.array(
        z.object({ id: text, at: whole, label: text, state: z.enum(proposalStates), passes: z.boolean(), checks: z.array(check) }),
      ),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
