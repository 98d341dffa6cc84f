import { z } from "zod";
import type { listArtifacts } from "#app/domain/artifacts/list-artifacts.server.ts";
import type { listDashboards } from "#app/domain/artifacts/list-dashboards.server.ts";
import type { listSchedules, listSendings } from "#app/domain/artifacts/list-schedules.server.ts";
import type { pinAnswer } from "#app/domain/artifacts/pin-answer.server.ts";
import type { readArtifact } from "#app/domain/artifacts/read-artifact.server.ts";
import type { readDashboard, readPin } from "#app/domain/artifacts/read-dashboard.server.ts";
import {
  artifactKinds,
  pinSizes,
  scheduleStates,
  scheduleSubjects,
  sendingReasons,
  sendingStates,
  visibilities,
} from "#app/domain/artifacts/kinds.ts";
import { chartSpecSchema, rhythmSchema, sectionSchema } from "#app/domain/artifacts/schemas.ts";
import { dimensionIds, grains, metricIds, metricUnits } from "#app/domain/metrics/kinds.ts";
import { metricQuerySchema, whenSchema } from "#app/domain/metrics/schemas.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const text = z.string();
const timeMs = z.int();
const number = z.number();
const stretch = z.object({ from: text, to: text }).nullable();

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
const rows = z.array(z.record(text, z.union([text, number, z.null()])));
const totals = z.array(z.object({ currency: text.nullable(), value: number.nullable(), compared: number.nullable() }));
const result = z.object({
  query: metricQuerySchema,
  columns: z.array(column),
  rows,
  totals,
  isCut: z.boolean(),
  comparedWith: stretch,
  asOfMs: timeMs,
});
const driver = z.object({ dimension: z.enum(dimensionIds), id: text, label: text, before: number, after: number, contribution: number });
const explanation = z.object({
  query: metricQuerySchema,
  before: number,
  after: number,
  currency: text.nullable(),
  unit: z.enum(metricUnits),
  comparedWith: z.object({ from: text, to: text }),
  byDimension: z.array(z.object({ dimension: z.enum(dimensionIds), drivers: z.array(driver), rest: number, explainedShare: number })),
  mix: z.object({ rate: number, mix: number }).nullable(),
  factors: z.array(z.object({ metric: z.enum(metricIds), before: number, after: number, contribution: number })),
});
const asked = z.object({ title: text, type: z.enum(["metric", "why"]), query: metricQuerySchema, chart: chartSpecSchema.nullable() });
const answer = z.union([
  asked.extend({ state: z.literal("answered"), result, explanation: explanation.nullable(), asOfMs: timeMs }),
  asked.extend({ state: z.enum(["forbidden", "unfit", "failed"]) }),
]);
const artifact = z.object({
  id: text,
  kind: z.enum(artifactKinds),
  title: text,
  note: text,
  visibility: z.enum(visibilities),
  isOwn: z.boolean(),
  sections: z.array(sectionSchema),
  conversationId: text.nullable(),
  createdBy: text,
  keptAt: timeMs,
  createdAt: timeMs,
  updatedAt: timeMs,
});
const dashboard = z.object({
  id: text,
  name: text,
  isDefault: z.boolean(),
  visibility: z.enum(visibilities),
  isOwn: z.boolean(),
  period: whenSchema.nullable(),
  createdBy: text,
  createdAt: timeMs,
  updatedAt: timeMs,
});
const pin = z.object({ id: text, dashboardId: text, title: text, size: z.enum(pinSizes), answer });

export const artifactsAnswers = {
  Artifact: exactly<RowOf<typeof listArtifacts>>()(artifact),
  AnsweredArtifact: exactly<Answer<typeof readArtifact>>()(
    artifact.extend({ answers: z.array(answer), pictures: z.array(result.extend({ explanation: explanation.nullable() }).nullable()) }),
  ),
  Dashboard: exactly<RowOf<typeof listDashboards>>()(dashboard),
  AnsweredDashboard: exactly<Answer<typeof readDashboard>>()(dashboard.extend({ pins: z.array(pin) })),
  Pin: exactly<Answer<typeof readPin>>()(pin),
  MadePin: exactly<Answer<typeof pinAnswer>>()(z.object({ id: text, dashboardId: text })),
  ReportSchedule: exactly<RowOf<typeof listSchedules>>()(
    z.object({
      id: text,
      subject: z.object({ kind: z.enum(scheduleSubjects), id: text, title: text }),
      rhythm: rhythmSchema,
      state: z.enum(scheduleStates),
      nextAt: timeMs.nullable(),
      timeZone: text,
      recipients: z.array(z.object({ userId: text, name: text, hasLeft: z.boolean() })),
      createdBy: text,
      createdAt: timeMs,
    }),
  ),
  Sending: exactly<RowOf<typeof listSendings>>()(
    z.object({
      id: text,
      userName: text,
      dueAt: text.nullable(),
      state: z.enum(sendingStates),
      reason: z.enum(sendingReasons).nullable(),
      createdAt: timeMs,
      endedAt: timeMs.nullable(),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
