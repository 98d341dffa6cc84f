import { decideAdviceSchema, listAdviceSchema } from "#app/domain/selling/schemas.ts";
import { decideTrendSchema, listTrendsSchema } from "#app/domain/trends/schemas.ts";
import type { Operation } from "./operations.server.ts";

/** Score and advice. */
export const sellingOperations: readonly Operation[] = [
  {
    id: "readScore",
    method: "get",
    path: "/metrics/score",
    tag: "selling",
    needs: "selling:read",
    answer: { kind: "one", of: "ScoreReport" },
  },
  {
    id: "listRecommendations",
    method: "get",
    path: "/recommendations",
    tag: "selling",
    needs: "selling:read",
    query: listAdviceSchema,
    answer: { kind: "page", of: "Recommendation" },
  },
  {
    id: "readRecommendation",
    method: "get",
    path: "/recommendations/{id}",
    tag: "selling",
    needs: "selling:read",
    answer: { kind: "one", of: "Recommendation" },
  },
  {
    id: "decideRecommendation",
    method: "patch",
    path: "/recommendations/{id}",
    tag: "selling",
    needs: "selling:write",
    body: decideAdviceSchema.omit({ id: true }),
    answer: { kind: "one", of: "Recommendation" },
  },
  {
    id: "listTrends",
    method: "get",
    path: "/trends",
    tag: "selling",
    needs: "selling:read",
    query: listTrendsSchema,
    answer: { kind: "page", of: "Trend" },
  },
  { id: "readTrend", method: "get", path: "/trends/{id}", tag: "selling", needs: "selling:read", answer: { kind: "one", of: "Trend" } },
  {
    id: "decideTrend",
    method: "patch",
    path: "/trends/{id}",
    tag: "selling",
    needs: "selling:write",
    body: decideTrendSchema.omit({ id: true }),
    answer: { kind: "one", of: "Trend" },
  },
];
