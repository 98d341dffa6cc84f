import { decideGapSchema, listGapsSchema, listIssuesSchema, noteIssueSchema } from "#app/domain/reviews/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "service", needs: "service:read" } as const;
const writes = { tag: "service", needs: "service:write" } as const;

/** What many buyers complain about, and what was done about it. */
export const reviewsOperations: readonly Operation[] = [
  {
    id: "listReviewGaps",
    method: "get",
    path: "/review-gaps",
    ...reads,
    query: listGapsSchema,
    answer: { kind: "page", of: "ReviewGap" },
  },
  {
    id: "decideReviewGap",
    method: "patch",
    path: "/review-gaps/{id}",
    ...writes,
    body: decideGapSchema.omit({ id: true }),
    answer: { kind: "one", of: "ReviewGap" },
  },
  {
    id: "noteSupplierIssue",
    method: "post",
    path: "/review-gaps/{id}/supplier-issues",
    ...writes,
    body: noteIssueSchema.omit({ gapId: true }),
    status: 201,
    answer: { kind: "one", of: "NotedIssue" },
  },
  {
    id: "listSupplierIssues",
    method: "get",
    path: "/supplier-issues",
    ...reads,
    query: listIssuesSchema,
    answer: { kind: "page", of: "SupplierIssue" },
  },
  {
    id: "resolveSupplierIssue",
    method: "post",
    path: "/supplier-issues/{id}/resolve",
    ...writes,
    answer: { kind: "one", of: "SettledIssue" },
  },
];
