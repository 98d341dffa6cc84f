import { toolInputs } from "#app/domain/agents/tool-inputs.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { askZone } from "#app/domain/warehouse/ask-zone.server.ts";
import { raiseAlert } from "#app/domain/warehouse/raise-alert.server.ts";
import { resolveAlert } from "#app/domain/warehouse/resolve-alert.server.ts";
import { defineAct } from "./act.ts";

/** The zone's room keeps the reply under the act's name: a repetition hears the same. */
export const planMove = defineAct({
  name: "plan-move",
  scope: "warehouse:write",
  input: toolInputs["plan-move"],
  async run(ctx, { zoneId, ...move }, key) {
    const { result } = await askZone(ctx, zoneId, { id: key, command: { type: "plan-move", ...move } });
    return { taskId: result["taskId"] };
  },
  undo: (ctx, { zoneId }, result, key) => cancelTask(ctx, zoneId, result["taskId"], key),
});

export const planCount = defineAct({
  name: "plan-count",
  scope: "warehouse:write",
  input: toolInputs["plan-count"],
  async run(ctx, { zoneId, binId, priority }, key) {
    const { result } = await askZone(ctx, zoneId, { id: key, command: { type: "plan-count", binId, priority } });
    return { taskId: result["taskId"] };
  },
  undo: (ctx, { zoneId }, result, key) => cancelTask(ctx, zoneId, result["taskId"], key),
});

export const prioritiseTask = defineAct({
  name: "prioritise-task",
  scope: "warehouse:write",
  input: toolInputs["prioritise-task"],
  async run(ctx, { zoneId, taskId, priority }, key) {
    await askZone(ctx, zoneId, { id: key, command: { type: "prioritise", taskId, priority } });
    return {};
  },
  async undo(ctx, { zoneId, taskId, was }, _result, key) {
    await askZone(ctx, zoneId, { id: key, command: { type: "prioritise", taskId, priority: was } });
  },
});

export const raisesAlert = defineAct({
  name: "raise-alert",
  scope: "warehouse:write",
  input: toolInputs["raise-alert"],
  run: (ctx, input) => raiseAlert(ctx, input),
  async undo(ctx, _input, result) {
    await resolveAlert(ctx, { id: String(result["alertId"]) });
  },
});

async function cancelTask(ctx: ServiceContext, zoneId: string, taskId: unknown, key: string): Promise<void> {
  await askZone(ctx, zoneId, { id: key, command: { type: "cancel-task", taskId: String(taskId) } });
}
