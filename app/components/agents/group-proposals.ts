import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";

export type ProposalGroup = { key: string; isGroup: boolean; steps: readonly ProposalRow[] };

/** What belongs together stands together, its steps in the order in which they are done, where the newest of them stood. */
export function groupProposals(rows: readonly ProposalRow[]): ProposalGroup[] {
  const groups = Map.groupBy(rows, ({ id, group, runId }) => (group === null ? id : `${runId}/${group}`));
  return [...groups].map(([key, steps]) => ({
    key,
    isGroup: steps.some(({ group }) => group !== null),
    steps: steps.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }));
}

/** Those that still wait for a decision. */
export function openIds({ steps }: ProposalGroup): string[] {
  return steps.filter(({ state }) => state === "open").map(({ id }) => id);
}
