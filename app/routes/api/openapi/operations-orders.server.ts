import { ordersInputSchema } from "#app/domain/orders/schemas.ts";
import { salesMetricsSchema } from "#app/domain/selling/read-sales-metrics.server.ts";
import { answerSchema, questionsInputSchema, reviewsInputSchema } from "#app/domain/service/schemas.ts";
import type { Operation } from "./operations.server.ts";

export const ordersOperations = [
  {
    id: "listOrders",
    method: "get",
    path: "/orders",
    tag: "orders",
    needs: "orders:read",
    query: ordersInputSchema,
    answer: { kind: "page", of: "Order" },
  },
  { id: "readOrder", method: "get", path: "/orders/{id}", tag: "orders", needs: "orders:read", answer: { kind: "one", of: "OrderDetail" } },
  {
    id: "readSalesMetrics",
    method: "get",
    path: "/metrics/sales",
    tag: "orders",
    needs: "selling:read",
    query: salesMetricsSchema,
    answer: { kind: "page", of: "SalesMetric" },
  },
  {
    id: "listQuestions",
    method: "get",
    path: "/questions",
    tag: "service",
    needs: "service:read",
    query: questionsInputSchema,
    answer: { kind: "page", of: "Question" },
  },
  {
    id: "answerQuestion",
    method: "post",
    path: "/questions/{id}/answer",
    tag: "service",
    needs: "service:write",
    body: answerSchema.omit({ id: true }),
    answer: { kind: "one", of: "Done" },
  },
  {
    id: "listReviews",
    method: "get",
    path: "/reviews",
    tag: "service",
    needs: "service:read",
    query: reviewsInputSchema,
    answer: { kind: "page", of: "Review" },
  },
] as const satisfies readonly Operation[];
