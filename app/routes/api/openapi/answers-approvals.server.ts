import { z } from "zod";
import { actions } from "#app/domain/accounts/permissions.ts";
import type { Approval } from "#app/domain/approvals/approval-row.ts";
import { approvalSources, approvalStates } from "#app/domain/approvals/schemas.ts";
import { dimensionIds, grains, metricIds, metricUnits } from "#app/domain/metrics/kinds.ts";
import { metricQuerySchema, whenSchema } from "#app/domain/metrics/schemas.ts";
import type { Reply } from "#app/ai/chat/ask.server.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const moment = z.number();
const anything = z.record(z.string(), z.unknown());

const column = z.union([
  z.object({ key: text, kind: z.literal("dimension"), dimension: z.enum(dimensionIds) }),
  z.object({ key: z.literal("time"), kind: z.literal("time"), grain: z.enum(grains) }),
  z.object({
    key: z.enum(["value", "compared"]),
    kind: z.literal("value"),
    metric: z.enum(metricIds),
    unit: z.enum(metricUnits),
    currency: text.nullable(),
  }),
  z.object({ key: z.literal("change"), kind: z.literal("change") }),
  z.object({ key: z.literal("currency"), kind: z.literal("currency") }),
]);
const query = z.union([
  z.object({ type: z.literal("metric"), ...metricQuerySchema.shape }),
  z.object({ type: z.literal("why"), ...metricQuerySchema.shape }),
  z.object({ type: z.literal("search"), text, when: whenSchema.nullable() }),
  z.object({ type: z.literal("find"), text }),
]);

/** What the endpoints about asking and approvals answer. */
export const approvalsAnswers = {
  Reply: exactly<Reply>()(
    z.object({
      query: query.nullable(),
      columns: z.array(column),
      rows: z.array(z.record(z.string(), z.union([text, z.number(), z.null()]))),
      answer: text,
      chart: z
        .object({
          type: z.enum(["number", "bar", "line", "stacked"]),
          x: text.nullable(),
          y: z.array(z.enum(["value", "compared"])),
          series: text.nullable(),
        })
        .nullable(),
      source: z.enum(["rules", "model"]),
      suggestions: z.array(text),
      approvals: z.array(z.object({ id: text, tool: text, title: text, effects: z.array(text) })),
      conversationId: text.nullable(),
    }),
  ),
  Approval: exactly<Approval>()(
    z.object({
      id: text,
      tool: text,
      input: anything,
      scope: z.enum(actions),
      title: text,
      effects: z.array(text),
      isDestructive: z.boolean(),
      source: z.object({ kind: z.enum(approvalSources), id: text }),
      askedBy: text,
      state: z.enum(approvalStates),
      decidedBy: text.nullable(),
      decidedAt: moment.nullable(),
      endedAt: moment.nullable(),
      result: anything.nullable(),
      failure: text.nullable(),
      createdAt: moment,
      expiresAt: moment,
    }),
  ),
};
