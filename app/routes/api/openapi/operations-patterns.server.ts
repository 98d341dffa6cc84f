import { dismissPatternSchema, listPatternsSchema, patternDecisionSchema, patternPeriodSchema } from "#app/domain/patterns/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "shoppers", needs: "shoppers:read" } as const;
const writes = { tag: "shoppers", needs: "shoppers:write", answer: { kind: "one", of: "DecidedPattern" } } as const;

/** What repeats in what shoppers do, and what is made of it. */
export const patternsOperations: readonly Operation[] = [
  {
    id: "listPatterns",
    method: "get",
    path: "/patterns",
    ...reads,
    query: listPatternsSchema,
    answer: { kind: "page", of: "DecidedPattern" },
  },
  { id: "readPattern", method: "get", path: "/patterns/{id}", ...reads, answer: { kind: "one", of: "Pattern" } },
  { id: "decidePattern", method: "patch", path: "/patterns/{id}", ...writes, body: patternDecisionSchema.omit({ id: true }) },
  { id: "pinPattern", method: "post", path: "/patterns/{id}/pin", ...writes },
  { id: "dismissPattern", method: "post", path: "/patterns/{id}/dismiss", ...writes, body: dismissPatternSchema },
  { id: "restorePattern", method: "post", path: "/patterns/{id}/restore", ...writes },
  {
    id: "advisePattern",
    method: "post",
    path: "/patterns/{id}/advise",
    tag: "shoppers",
    needs: "selling:write",
    answer: { kind: "one", of: "Recommendation" },
  },
  {
    id: "readPatternPeriod",
    method: "get",
    path: "/pattern-periods",
    ...reads,
    query: patternPeriodSchema,
    answer: { kind: "one", of: "PatternPeriod" },
  },
];
