import { z } from "zod";
import type { ServiceContext } from "#app/domain/context.ts";
import { notFound } from "#app/domain/errors.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { planCount, prioritiseTask } from "../floor-tools.server.ts";
import { previewTexts } from "./preview-texts.server.ts";
import { id } from "./shapes.ts";
import { defineActTool } from "./tool.ts";

const usualPriority = 50;
const priority = z.int("fieldInvalid").min(0, "fieldInvalid").max(1_000, "fieldInvalid").describe("The larger the sooner; 50 is usual.");

async function findTask(ctx: ServiceContext, zoneId: string, taskId: string) {
  const zone = await readZone(ctx, { id: zoneId });
  const task = zone.part.tasks.find((one) => one.id === taskId);
  if (task === undefined) throw notFound("task");
  return { zone, task };
}

export const planCountTool = defineActTool({
  name: "plan_count",
  title: { en: "Have a bin counted", "pt-BR": "Mandar contar um endereço" },
  description: "Gives the floor a task to count what lies in one bin.",
  scope: "warehouse:write",
  askScope: "warehouse:read",
  effect: "write",
  input: z.object({
    zoneId: id.describe("Of list_zones."),
    binId: id.describe("Of read_zone."),
    priority: priority.default(usualPriority),
  }),
  output: z.object({ taskId: z.string() }),
  async run(ctx, input, { key }) {
    const { taskId } = await planCount.run(ctx, input, key);
    return { taskId: String(taskId) };
  },
  async preview(ctx, { zoneId, binId, priority }) {
    const [t, zone] = await Promise.all([previewTexts(ctx), readZone(ctx, { id: zoneId })]);
    const bin = zone.part.bins.find((one) => one.id === binId);
    if (bin === undefined) throw notFound("bin");
    const values = { subject: bin.code, zone: zone.name, priority };
    return { title: t("previews.count.title", values), effects: [t("previews.count.effect", values)] };
  },
});

export const moveTaskTool = defineActTool({
  name: "move_task",
  title: { en: "Move a task up or down", "pt-BR": "Mudar a vez de uma tarefa" },
  description: "Sets the priority of one waiting task of a zone.",
  scope: "warehouse:write",
  askScope: "warehouse:read",
  effect: "write",
  isIdempotent: true,
  input: z.object({ zoneId: id.describe("Of list_zones."), taskId: id.describe("Of read_zone."), priority }),
  output: z.object({ taskId: z.string(), before: z.number(), after: z.number() }),
  async run(ctx, { zoneId, taskId, priority }, { key }) {
    const { task } = await findTask(ctx, zoneId, taskId);
    await prioritiseTask.run(ctx, { zoneId, taskId, priority, was: task.priority }, key);
    return { taskId, before: task.priority, after: priority };
  },
  async preview(ctx, { zoneId, taskId, priority }) {
    const [t, { zone, task }] = await Promise.all([previewTexts(ctx), findTask(ctx, zoneId, taskId)]);
    const subject = [task.kind, task.sku, task.fromBin].filter((part) => part !== null).join(" · ");
    const values = { subject, zone: zone.name, before: task.priority, after: priority };
    return { title: t("previews.priority.title", values), effects: [t("previews.priority.effect", values)] };
  },
});
