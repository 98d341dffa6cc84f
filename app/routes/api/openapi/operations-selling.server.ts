import { decideAdviceSchema, listAdviceSchema } from "#app/domain/selling/schemas.ts";
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
];
