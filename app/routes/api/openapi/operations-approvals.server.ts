import { listApprovalsSchema } from "#app/domain/approvals/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "chat", needs: "chat:read" } as const;
const writes = { tag: "chat", needs: "chat:write" } as const;
const approval = { kind: "one", of: "Approval" } as const;

/** What assistants would do, and a person's yes or no. */
export const approvalsOperations: readonly Operation[] = [
  {
    id: "listApprovals",
    method: "get",
    path: "/approvals",
    ...reads,
    query: listApprovalsSchema,
    answer: { kind: "page", of: "Approval" },
  },
  { id: "readApproval", method: "get", path: "/approvals/{id}", ...reads, answer: approval },
  { id: "approveApproval", method: "post", path: "/approvals/{id}/approve", ...writes, answer: approval },
  { id: "refuseApproval", method: "post", path: "/approvals/{id}/refuse", ...writes, answer: approval },
];
