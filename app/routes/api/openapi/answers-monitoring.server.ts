import { z } from "zod";
import { alertKinds, alertSeverities } from "#app/domain/warehouse/alerts/kinds.ts";
import { taskKinds } from "#app/domain/warehouse/ledger/facts.ts";
import type { Alert } from "#app/domain/warehouse/list-alerts.server.ts";
import type { ArchivedEvents } from "#app/domain/warehouse/list-archived-events.server.ts";
import type { ReportEntry } from "#app/domain/warehouse/list-reports.server.ts";
import { archivedEventSchema } from "#app/domain/warehouse/monitoring/event-segment.ts";
import type { EventArchive } from "#app/domain/warehouse/read-event-archive.server.ts";
import { floorReportSchema } from "#app/domain/warehouse/monitoring/report.ts";
import { dwellKinds } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import type { FloorMetrics } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();

const work = {
  pickedUnits: whole,
  pickedLines: whole,
  doneTasks: whole,
  movements: whole,
  picks: whole,
  shortPicks: whole,
  countedLines: whole,
  wrongLines: whole,
  corrections: whole,
};
const queue = z.array(z.object({ kind: z.enum(taskKinds), open: whole, claimed: whole, oldestAgeMs: whole, p90AgeMs: whole }));
const zoneMetrics = z.object({
  atMs: whole,
  queue,
  dwell: z.array(z.object({ kind: z.enum(dwellKinds), units: whole, lines: whole, oldestAgeMs: whole, medianAgeMs: whole })),
  connections: whole,
  lastSeq: whole,
  untold: whole,
  waiting: whole,
  oldestWaitingMs: whole.nullable(),
  storageBytes: whole,
});

export const monitoringAnswers = {
  FloorMetrics: exactly<FloorMetrics>()(
    z.object({
      period: z.object({ fromMs: whole, untilMs: whole }),
      total: z.object({ ...work, accuracy: z.number().nullable() }),
      hours: z.array(z.object({ ...work, hourMs: whole })),
      people: z.array(z.object({ actorId: text, name: text, pickedUnits: whole, pickedLines: whole, doneTasks: whole, hours: whole })),
      queue,
      zones: z.array(z.object({ id: text, name: text, warehouse: text, metrics: zoneMetrics.nullable() })),
    }),
  ),
  EventArchive: exactly<EventArchive>()(
    z.object({ segments: z.array(z.object({ name: text, fromSeq: whole, toSeq: whole })), events: z.array(archivedEventSchema) }),
  ),
  ArchivedEvents: exactly<ArchivedEvents>()(
    z.object({
      data: z.array(
        z.object({
          seq: whole,
          at: whole,
          commandId: text,
          bins: z.array(text),
          skus: z.array(text),
          tasks: z.array(text),
          demands: z.array(text),
          by: z.object({ id: text, name: text, device: text.nullable() }).nullable(),
        }),
      ),
      nextCursor: text.nullable(),
      archived: whole,
    }),
  ),
  ReportEntry: exactly<ReportEntry>()(z.object({ id: text, day: text, sizeBytes: whole, createdAt: whole })),
  FloorReport: floorReportSchema,
  Alert: exactly<Alert>()(
    z.object({
      id: text,
      kind: z.enum(alertKinds),
      severity: z.enum(alertSeverities),
      zone: z.object({ id: text, name: text }),
      openedAt: whole,
      lastSeenAt: whole,
      acknowledgedBy: text.nullable(),
      acknowledgedAt: whole.nullable(),
      resolvedBy: text.nullable(),
      resolvedAt: whole.nullable(),
      facts: z.record(text, z.union([z.number(), text])),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
