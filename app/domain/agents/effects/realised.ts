import type { Facts } from "../outcome.ts";
import type { ToolName } from "../tool-inputs.ts";

/** Null: it could not be read at that time. */
export type Figures = Record<string, number | null>;
export type Measured = { at: number; values: Figures };

/** One figure: how it stood, how it stands, what was expected of it, and whether that came true. */
export type Realised = { figure: string; before: number | null; after: number | null; predicted: number | null; isMet: boolean | null };

type Goal = {
  figure: string;
  predicted: (effect: Facts) => number | null;
  isMet: (before: number | null, after: number, predicted: number | null) => boolean;
};

const number = (value: number | string | undefined) => (typeof value === "number" ? value : null);
const isLess = (before: number | null, after: number) => before !== null && after < before;

/** What each tool promises, in figures that are read again. */
const goals: { [Tool in ToolName]?: Goal } = {
  "plan-move": { figure: "metresPerOrder", predicted: () => null, isMet: isLess },
  "plan-count": { figure: "drift", predicted: () => 0, isMet: (_before, after) => after === 0 },
  "release-orders": {
    figure: "ordersShipped",
    predicted: ({ orders }) => number(orders),
    isMet: (before, after, predicted) => after >= (predicted ?? (before ?? 0) + 1),
  },
  "tell-stock": { figure: "listingsUntold", predicted: () => 0, isMet: (_before, after) => after === 0 },
  "raise-alert": { figure: "alertsOpen", predicted: () => 0, isMet: (_before, after) => after === 0 },
};
const sales: Goal = {
  figure: "unitsPerDay",
  predicted: ({ unitsPerDay }) => number(unitsPerDay),
  isMet: (before, after, predicted) => after >= (predicted ?? before ?? 0),
};

/** A price is moved for what it leaves. Measured without a cost, it is judged by what it sells, as are words and pictures. */
const margin: Goal = {
  figure: "grossMarginCentsPerDay",
  predicted: () => null,
  isMet: (before, after) => after >= (before ?? 0),
};

function goalOf(tool: ToolName, before: Measured | null, after: Measured): Goal {
  const isKnown = (measured: Measured | null) => typeof measured?.values[margin.figure] === "number";
  return goals[tool] ?? (tool === "change-price" && isKnown(before) && isKnown(after) ? margin : sales);
}

/** What became of what was expected. The first figure is the one that was promised, others stand beside it. */
export function realisedOf(tool: ToolName, effect: Facts, before: Measured | null, after: Measured): Realised[] {
  const goal = goalOf(tool, before, after);
  const figures = Object.keys(after.values).toSorted((a, b) => Number(b === goal.figure) - Number(a === goal.figure) || (a < b ? -1 : 1));
  return figures.map((figure) => {
    const [was, is] = [before?.values[figure] ?? null, after.values[figure] ?? null];
    const isGoal = figure === goal.figure;
    const predicted = isGoal ? goal.predicted(effect) : null;
    return { figure, before: was, after: is, predicted, isMet: isGoal && is !== null ? goal.isMet(was, is, predicted) : null };
  });
}

export type SuccessRow = { state: string; realised: readonly Realised[] | null };
export type Success = { done: number; undone: number; failed: number; measured: number; met: number };

/** How often what an agent did came to what it promised. */
export function countSuccess(rows: readonly SuccessRow[]): Success {
  const measured = rows.flatMap(({ state, realised }) =>
    state === "applied" ? (realised ?? []).filter(({ isMet }) => isMet !== null) : [],
  );
  const having = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    done: having("applied"),
    undone: having("undone"),
    failed: having("failed"),
    measured: measured.length,
    met: measured.filter(({ isMet }) => isMet === true).length,
  };
}
