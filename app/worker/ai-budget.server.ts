import type { Governor } from "#app/domain/ai/governor.ts";
import type { AiBudget, ShownBudget } from "#app/domain/ai/ports.ts";
import type { AiBudgetObject } from "./ai-budget.object.server.ts";

type Places = { AI_BUDGET: DurableObjectNamespace<AiBudgetObject>; KV: KVNamespace };

/** A copy older than this says nothing of today. */
const shownForSeconds = 2 * 24 * 3_600;

/** A copy of the budget that every page finds without waking its object. */
export function shownBudget(kv: KVNamespace) {
  const keyOf = (workspaceId: string) => `ai-budget:${workspaceId}`;
  return {
    get: async (workspaceId: string) => (await kv.get<ShownBudget>(keyOf(workspaceId), "json")) ?? undefined,
    put: (workspaceId: string, status: ShownBudget) =>
      kv.put(keyOf(workspaceId), JSON.stringify(status), { expirationTtl: shownForSeconds }),
  };
}

/** The way from verbs to the object in which a workspace's spending is decided. */
export function createAiBudget({ AI_BUDGET, KV }: Places): AiBudget {
  return {
    status: (workspaceId) => AI_BUDGET.getByName(workspaceId).status(workspaceId),
    shown: (workspaceId) => shownBudget(KV).get(workspaceId),
    tellCalls: async (workspaceId) => AI_BUDGET.getByName(workspaceId).tellCalls(workspaceId),
    settingsChanged: async (workspaceId) => AI_BUDGET.getByName(workspaceId).settingsChanged(),
  };
}

const settleAttempts = 3;

/** The same way for the gateway. What a call cost is told again when it was not heard: it is booked once. */
export function createGovernor({ AI_BUDGET }: Places): Governor {
  const budgetOf = (workspaceId: string) => AI_BUDGET.getByName(workspaceId);
  return {
    reserve: (workspaceId, ask) => budgetOf(workspaceId).reserve(workspaceId, ask),
    raise: (workspaceId, ask) => budgetOf(workspaceId).raise(workspaceId, ask),
    async settle(workspaceId, settlement) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await budgetOf(workspaceId).settle(workspaceId, settlement);
        } catch (error) {
          if (attempt === settleAttempts) throw error;
        }
      }
    },
    note: (workspaceId, record) => budgetOf(workspaceId).note(workspaceId, record),
  };
}
