import type { Cap } from "#app/domain/ai/budget.ts";
import type { CallRecord, Governor, ProviderHealth } from "#app/domain/ai/governor.ts";
import { Ledger, type LedgerStore } from "#app/domain/ai/ledger.ts";
import type { Clock } from "#app/platform/clock.ts";

/** A budget in memory: the real books without an object around them. */
export function createMemoryGovernor(clock: Clock, caps: readonly Cap[]) {
  const spent = new Map<string, number>();
  const holds: Parameters<LedgerStore["putHold"]>[0][] = [];
  const ledger = new Ledger(
    {
      loadSpent: () => [],
      loadHolds: () => [],
      putSpent: (account, microUsd) => void spent.set(account, microUsd),
      putHold: (hold) => void holds.push(hold),
      removeHold: () => undefined,
    },
    clock,
  );
  const [records, health]: [CallRecord[], ProviderHealth[]] = [[], []];
  const answers = new Map<string, string>();
  const state = { version: 1, spared: new Set<string>() };
  const governor: Governor = {
    async reserve(_workspaceId, { callId: id, payer, candidates, leaseMs, settingsVersion, answerKey }) {
      if (settingsVersion !== state.version) return { kind: "stale", settingsVersion: state.version };
      const answer = answerKey === null ? undefined : answers.get(answerKey);
      if (answer !== undefined) return { kind: "known", answer };
      const first = candidates.find(({ providerId }) => !state.spared.has(providerId));
      if (first === undefined) return { kind: "spared" };
      const { amountMicroUsd } = first;
      const result = ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone: "UTC" });
      if (!result.isGranted) return { kind: "refused", scope: result.account.scope, window: result.account.window };
      return { kind: "granted", amountMicroUsd, spared: [...state.spared] };
    },
    raise: async (_workspaceId, { callId: id, payer, amountMicroUsd, leaseMs }) =>
      ledger.reserve({ id, payer, amountMicroUsd, leaseMs, caps, timeZone: "UTC" }).isGranted,
    async settle(_workspaceId, settlement) {
      const hold = ledger.settle(settlement.record.id, settlement.record.costMicroUsd);
      ledger.write();
      if (hold === undefined) return;
      records.push(settlement.record);
      health.push(...settlement.health);
      if (settlement.keep !== null) answers.set(settlement.keep.key, settlement.keep.answer);
    },
    async note(_workspaceId, record) {
      records.push(record);
    },
  };
  return { governor, records, health, answers, state, ledger, holds, spent };
}
