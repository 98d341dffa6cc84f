import { metricQuerySchema } from "#app/domain/metrics/schemas.ts";
import type { Operation } from "./operations.server.ts";

/** Everything that can be asked for as a number. */
export const metricsOperations: readonly Operation[] = [
  { id: "listMetrics", method: "get", path: "/metrics", tag: "metrics", needs: "chat:read", answer: { kind: "page", of: "Metric" } },
  {
    id: "queryMetrics",
    method: "post",
    path: "/metrics/query",
    tag: "metrics",
    needs: "selling:read",
    body: metricQuerySchema,
    answer: { kind: "one", of: "MetricResult" },
  },
  {
    id: "explainChange",
    method: "post",
    path: "/metrics/explain",
    tag: "metrics",
    needs: "selling:read",
    body: metricQuerySchema,
    answer: { kind: "one", of: "Explanation" },
  },
];
