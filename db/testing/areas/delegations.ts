import type { ServiceContext } from "#app/domain/context.ts";
import { cancelDelegation, cancelOwnTask } from "#app/domain/delegations/cancel-task.server.ts";
import { delegateTask } from "#app/domain/delegations/delegate-task.server.ts";
import { keepHook, listHooks, readHook, removeHook } from "#app/domain/delegations/keep-hook.server.ts";
import { listDelegations } from "#app/domain/delegations/list-delegations.server.ts";
import { listOwnTasks } from "#app/domain/delegations/list-own-tasks.server.ts";
import { readOwnTask } from "#app/domain/delegations/own-task.server.ts";
import { readDelegation } from "#app/domain/delegations/read-delegation.server.ts";
import { beginWork, followTask } from "#app/domain/delegations/work-on-task.server.ts";
import { testIds } from "../basics.ts";
import type { AreaVerbs } from "../verb-walk.ts";

/** Stands for a task that the caller gave: nobody else's may be looked at. */
const own = "own";

type ById = { id: string };
type OfTask = { taskId: string };

const asked = () => ({ message: { messageId: testIds.next("m"), role: "ROLE_USER" as const, parts: [{ text: "GMV" }] }, question: "GMV" });

async function ownTask(ctx: ServiceContext): Promise<string> {
  return (await delegateTask(ctx, asked())).task.id;
}

/** What is no such input is for the verb to refuse. */
async function withOwn<Input extends Partial<ById & OfTask>>(ctx: ServiceContext, input: Input): Promise<Input> {
  const { id, taskId } = Object(input) as Partial<ById & OfTask>;
  if (id === own) return { ...input, id: await ownTask(ctx) };
  return taskId === own ? { ...input, taskId: await ownTask(ctx) } : input;
}

const byId = { needs: "chat:read", input: () => ({ id: own }), fields: { id: "text" }, foreignAnswer: "not_found" } as const;
const foreign = (other: { shop: { delegationId: string } }) => ({ id: other.shop.delegationId });
const foreignTask = (other: { shop: { delegationId: string } }) => ({ taskId: other.shop.delegationId, name: "x" });

export const delegationsVerbs: AreaVerbs = {
  verbs: {
    delegateTask: {
      run: delegateTask,
      needs: "chat:read",
      input: asked,
      foreign: (other) => ({ ...asked(), message: { ...asked().message, taskId: other.shop.delegationId } }),
      foreignAnswer: "not_found",
    },
    readOwnTask: { ...byId, run: async (ctx, input: ById) => readOwnTask(ctx, await withOwn(ctx, input)), foreign },
    cancelOwnTask: { ...byId, run: async (ctx, input: ById) => cancelOwnTask(ctx, await withOwn(ctx, input)), foreign },
    followTask: {
      ...byId,
      run: async (ctx, input: ById & { after: number }) => followTask(ctx, await withOwn(ctx, input)),
      input: () => ({ id: own, after: 0 }),
      foreign: (other) => ({ ...foreign(other), after: 0 }),
    },
    beginWork: {
      ...byId,
      run: async (ctx, input: ById) => ({ ...(await beginWork(ctx, await withOwn(ctx, input))), runToken: "" }),
      foreign,
    },
    listOwnTasks: { run: listOwnTasks, needs: "chat:read", fields: { cursor: "optionalText", state: "optionalChoice" } },
    keepHook: {
      run: async (ctx, input: OfTask & { hook: { url: string } }) => keepHook(ctx, await withOwn(ctx, input)),
      needs: "chat:read",
      input: () => ({ taskId: own, hook: { url: "https://example.com/hook" } }),
      fields: { taskId: "text" },
      foreign: (other) => ({ taskId: other.shop.delegationId, hook: { url: "https://example.com/hook" } }),
      foreignAnswer: "not_found",
    },
    listHooks: {
      run: async (ctx, input: OfTask) => listHooks(ctx, await withOwn(ctx, input)),
      needs: "chat:read",
      input: () => ({ taskId: own }),
      fields: { taskId: "text" },
      foreign: foreignTask,
      foreignAnswer: "not_found",
    },
    readHook: {
      run: async (ctx, input: OfTask & { name: string }) => readHook(ctx, await hooked(ctx, input)),
      needs: "chat:read",
      input: () => ({ taskId: own, name: "mine" }),
      fields: { taskId: "text" },
      foreign: foreignTask,
      foreignAnswer: "not_found",
    },
    removeHook: {
      run: async (ctx, input: OfTask & { name: string }) => removeHook(ctx, await hooked(ctx, input)),
      needs: "chat:read",
      input: () => ({ taskId: own, name: "mine" }),
      fields: { taskId: "text" },
      foreign: foreignTask,
      foreignAnswer: "not_found",
    },
    listDelegations: {
      run: listDelegations,
      needs: "agents:read",
      fields: { limit: "optionalNumber", cursor: "optionalText", state: "optionalChoice" },
    },
    readDelegation: {
      run: readDelegation,
      needs: "agents:read",
      input: (home) => ({ id: home.shop.delegationId }),
      fields: { id: "text" },
      foreign,
      foreignAnswer: "not_found",
    },
    cancelDelegation: {
      run: cancelDelegation,
      needs: "agents:write",
      input: (home) => ({ id: home.shop.delegationId }),
      fields: { id: "text" },
      foreign,
      foreignAnswer: "not_found",
    },
  },
  helpers: [
    "askToTell",
    "eventRows",
    "findDelegation",
    "findOwnTask",
    "hookNames",
    "hookPlace",
    "hookValues",
    "hookWrite",
    "keepWork",
    "taskLabel",
    "refuseOver",
    "settleTask",
    "tellNews",
    "toHook",
    "writeNews",
  ],
  systemWork: ["settleTasks", "tellHooks", "workspacesToSettle"],
};

async function hooked<Input extends OfTask>(ctx: ServiceContext, input: Input): Promise<Input> {
  const found = await withOwn(ctx, input);
  if ((Object(input) as Partial<OfTask>).taskId === own)
    await keepHook(ctx, { taskId: found.taskId, hook: { name: "mine", url: "https://example.com/hook" } });
  return found;
}
