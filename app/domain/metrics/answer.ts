import type { RefusalReason } from "./kinds.ts";
import type { Explanation, MetricColumn, MetricResult, MetricRow } from "./result.ts";
import type { MetricQuery, When } from "./schemas.ts";

/** How an answer is best drawn, decided here by the shape of the query; pages draw it and run nothing else. */
export type ChartSpec = {
  type: "number" | "bar" | "line" | "stacked";
  /** The column along the axis; null for one number. */
  x: string | null;
  /** The columns drawn. */
  y: ("value" | "compared")[];
  /** The column each of whose values is a line or a layer of its own. */
  series: string | null;
};

/** What a question was understood as. */
export type AskedQuery =
  | ({ type: "metric" } & MetricQuery)
  | ({ type: "why" } & MetricQuery)
  /** Texts of interactions, by meaning. */
  | { type: "search"; text: string; when: When | null }
  /** A thing by its name or number. */
  | { type: "find"; text: string };

export type FoundThing = { kind: string; id: string; label: string; detail: string; href: string };

export type AskAnswer =
  | {
      kind: "answered";
      query: AskedQuery;
      columns: MetricColumn[];
      rows: MetricRow[];
      /** A sentence; every number in it stands in a row, a total or the explanation. */
      answer: string;
      chart: ChartSpec | null;
      source: "rules" | "model";
      suggestions: string[];
      result: MetricResult | null;
      explanation: Explanation | null;
      found: FoundThing[];
    }
  | { kind: "refused"; reason: RefusalReason; answer: string; suggestions: string[]; source: "rules" | "model" };

export type Answered = Extract<AskAnswer, { kind: "answered" }>;
