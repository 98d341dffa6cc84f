import { z } from "zod";
import { listAlerts } from "#app/domain/warehouse/list-alerts.server.ts";
import { listReports } from "#app/domain/warehouse/list-reports.server.ts";
import { listStock } from "#app/domain/warehouse/list-stock.server.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import { floorReportSchema } from "#app/domain/warehouse/monitoring/report.ts";
import { readReport } from "#app/domain/warehouse/read-report.server.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { id, moment, pageOf, paging } from "./shapes.ts";
import { defineReadTool } from "./tool.ts";

const mostTasks = 100;

export const listStockTool = defineReadTool({
  name: "list_stock",
  title: { en: "Look at the stock", "pt-BR": "Olhar o estoque" },
  description:
    "What lies in the warehouses of each SKU: on hand, reserved, on hold, damaged, on its way. Of one zone or warehouse if asked.",
  scope: "warehouse:read",
  input: z.object({
    sku: z.string().min(1).max(80).optional().describe("Code or id of one SKU."),
    zoneId: id.optional().describe("Of list_zones."),
    warehouseId: id.optional().describe("Of list_zones."),
    ...paging,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      sku: z.string(),
      title: z.string(),
      onHand: z.number(),
      reserved: z.number(),
      onHold: z.number(),
      damaged: z.number(),
      inTransit: z.number(),
      available: z.number().describe("Set aside for nobody."),
    }),
  ),
  run: (ctx, input) => listStock(ctx, input),
});

export const listZonesTool = defineReadTool({
  name: "list_zones",
  title: { en: "Look at the warehouses", "pt-BR": "Olhar os armazéns" },
  description: "All warehouses with their zones and how much lies in each.",
  scope: "warehouse:read",
  input: z.object({}),
  output: pageOf(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      zones: z.array(
        z.object({ id: z.string(), code: z.string(), name: z.string(), skus: z.number(), onHand: z.number(), reserved: z.number() }),
      ),
    }),
  ),
  run: (ctx) => listWarehouses(ctx),
});

export const readZoneTool = defineReadTool({
  name: "read_zone",
  title: { en: "Look into a zone", "pt-BR": "Olhar uma zona" },
  description: `The tasks of one zone as its room knows them now, the most urgent ${mostTasks} first, and its bins by name.`,
  scope: "warehouse:read",
  input: z.object({ zoneId: id.describe("Of list_zones.") }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    taskCount: z.number(),
    tasks: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        state: z.string(),
        priority: z.number().describe("The larger the sooner."),
        sku: z.string().nullable(),
        qty: z.number(),
        doneQty: z.number(),
        fromBin: z.string().nullable(),
        toBin: z.string().nullable(),
        wave: z.string().nullable(),
        createdAt: moment,
      }),
    ),
    bins: z.array(z.object({ id: z.string(), code: z.string(), isBlocked: z.boolean() })),
  }),
  async run(ctx, { zoneId }) {
    const { id, name, part } = await readZone(ctx, { id: zoneId });
    const tasks = part.tasks.toSorted((a, b) => b.priority - a.priority || a.createdAt - b.createdAt);
    return { id, name, taskCount: tasks.length, tasks: tasks.slice(0, mostTasks), bins: part.bins };
  },
});

export const listAlertsTool = defineReadTool({
  name: "list_alerts",
  title: { en: "Look at alerts", "pt-BR": "Olhar os alertas" },
  description: "What is not as it should be on the floor, with the figures it rests on, the newest first.",
  scope: "warehouse:read",
  input: z.object({ state: z.enum(["open", "resolved"], "fieldInvalid").default("open"), ...paging }),
  output: pageOf(
    z.object({
      id: z.string(),
      kind: z.string(),
      severity: z.string(),
      zone: z.object({ id: z.string(), name: z.string() }),
      openedAt: moment,
      acknowledgedBy: z.string().nullable(),
      resolvedAt: moment.nullable(),
      facts: z.record(z.string(), z.union([z.number(), z.string()])),
    }),
  ),
  run: (ctx, input) => listAlerts(ctx, input),
});

export const listReportsTool = defineReadTool({
  name: "list_reports",
  title: { en: "Look for reports of the floor", "pt-BR": "Procurar relatórios do armazém" },
  description: "Days of the warehouse that were summed up for good, the newest first.",
  scope: "warehouse:read",
  input: z.object(paging),
  output: pageOf(z.object({ id: z.string(), day: z.string(), sizeBytes: z.number(), createdAt: moment })),
  run: (ctx, input) => listReports(ctx, input),
});

export const readReportTool = defineReadTool({
  name: "read_report",
  title: { en: "Read a report of the floor", "pt-BR": "Ler um relatório do armazém" },
  description: "What was done in the warehouse on one day, by hour, person and zone, with its alerts.",
  scope: "warehouse:read",
  input: z.object({ id: id.describe("Of list_reports.") }),
  output: floorReportSchema,
  run: (ctx, input) => readReport(ctx, input),
});
