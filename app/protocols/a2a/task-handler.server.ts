import { AgentCard, type ListTaskPushNotificationConfigsResponse, TaskPushNotificationConfig } from "@a2a-js/sdk";
import type { A2ARequestHandler } from "@a2a-js/sdk/server";
import { cancelOwnTask } from "#app/domain/delegations/cancel-task.server.ts";
import type { TaskHook } from "#app/domain/delegations/hook-row.server.ts";
import { keepHook, listHooks, readHook, removeHook } from "#app/domain/delegations/keep-hook.server.ts";
import { isOver } from "#app/domain/delegations/kinds.ts";
import { listOwnTasks } from "#app/domain/delegations/list-own-tasks.server.ts";
import { readOwnTask } from "#app/domain/delegations/own-task.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { agentCard, extendedCard } from "./agent-card.ts";
import type { Asking } from "./asking.ts";
import { toProtocolError } from "./errors.server.ts";
import { eventsOf, hookOf, sendMessage, sendMessageStream } from "./send.server.ts";
import { checkHistoryLength, listInput, toProtocolTask } from "./task-views.server.ts";

/**
 * The methods of the protocol over tasks that are kept in the database. The kit's own handler keeps what happens in one isolate,
 * where neither another isolate nor, after a crash, anybody could follow it.
 */
export function createTaskHandler(asking: Asking): A2ARequestHandler {
  const { ctx, version, workspace } = asking;
  const guard = guardOf(asking);
  const place = { publicUrl: ctx.publicUrl, version };
  return {
    getAgentCard: () => Promise.resolve(AgentCard.fromJSON(agentCard(place))),
    getAuthenticatedExtendedAgentCard: () => Promise.resolve(AgentCard.fromJSON(extendedCard(place, workspace))),
    sendMessage: (params) => guard(() => sendMessage(asking, params)),
    sendMessageStream: (params) => guarded(asking, sendMessageStream(asking, params)),
    getTask: ({ id, historyLength }) =>
      guard(async () => {
        checkHistoryLength(historyLength);
        return toProtocolTask(await readOwnTask(ctx, { id }), historyLength);
      }),
    listTasks: (params) =>
      guard(async () => {
        checkHistoryLength(params.historyLength);
        const { tasks, nextCursor, limit, total } = await listOwnTasks(ctx, listInput(params));
        const shown = tasks.map((task) =>
          toProtocolTask(params.includeArtifacts ? task : { ...task, artifacts: [] }, params.historyLength),
        );
        return { tasks: shown, nextPageToken: nextCursor ?? "", pageSize: limit, totalSize: total };
      }),
    cancelTask: ({ id }) => guard(async () => toProtocolTask(await cancelOwnTask(ctx, { id }), undefined), true),
    resubscribe: ({ id }) => guarded(asking, subscribe(asking, id)),
    ...hookMethods(asking),
  };
}

type HookMethod =
  | "createTaskPushNotificationConfig"
  | "getTaskPushNotificationConfig"
  | "listTaskPushNotificationConfigs"
  | "deleteTaskPushNotificationConfig";

function hookMethods(asking: Asking): Pick<A2ARequestHandler, HookMethod> {
  const { ctx } = asking;
  const guard = guardOf(asking);
  return {
    createTaskPushNotificationConfig: (params) =>
      guard(async () => toConfig(await keepHook(ctx, { taskId: params.taskId, hook: hookOf(params) ?? { url: "" } }))),
    getTaskPushNotificationConfig: ({ taskId, id }) => guard(async () => toConfig(await readHook(ctx, { taskId, name: id }))),
    listTaskPushNotificationConfigs: ({ taskId }) =>
      guard(async (): Promise<ListTaskPushNotificationConfigsResponse> => {
        const hooks = await listHooks(ctx, { taskId });
        return { configs: hooks.map(toConfig), nextPageToken: "" };
      }),
    deleteTaskPushNotificationConfig: ({ taskId, id }) => guard(() => removeHook(ctx, { taskId, name: id })),
  };
}

/** Whatever proves to the other side that it is us stays here. */
function toConfig({ taskId, name, url, scheme }: TaskHook): TaskPushNotificationConfig {
  return TaskPushNotificationConfig.fromJSON({ taskId, id: name, url, ...(scheme === null ? {} : { authentication: { scheme } }) });
}

async function* subscribe(asking: Asking, id: string): ReturnType<A2ARequestHandler["resubscribe"]> {
  const task = await readOwnTask(asking.ctx, { id });
  if (isOver(task.state)) throw new AppError("conflict", "delegationOver");
  yield { payload: { $case: "task", value: toProtocolTask(task, undefined) } };
  yield* eventsOf(asking, task);
}

function guardOf({ ctx }: Asking) {
  return async <Answer>(run: () => Promise<Answer>, isCancel = false): Promise<Answer> => {
    try {
      return await run();
    } catch (error) {
      throw await toProtocolError(error, { logger: ctx.logger, isCancel });
    }
  };
}

async function* guarded<Item>({ ctx }: Asking, items: AsyncGenerator<Item, void>): AsyncGenerator<Item, void> {
  try {
    yield* items;
  } catch (error) {
    throw await toProtocolError(error, { logger: ctx.logger, isCancel: false });
  }
}
