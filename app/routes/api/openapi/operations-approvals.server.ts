import { askSchema } from "#app/ai/chat/ask-schema.ts";
import { listApprovalsSchema } from "#app/domain/approvals/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "chat", needs: "chat:read" } as const;
const writes = { tag: "chat", needs: "chat:write" } as const;
const approval = { kind: "one", of: "Approval" } as const;

/** Asking, what assistants would do, and a person's yes or no. */
export const approvalsOperations: readonly Operation[] = [
  {
    id: "ask",
    method: "post",
    path: "/ask",
    ...reads,
    body: askSchema,
    answer: { kind: "one", of: "Reply" },
    alsoRefuses: ["not_understood", "unavailable"],
  },
  {
    id: "listAskedApprovals",
    method: "get",
    path: "/approvals",
    ...reads,
    query: listApprovalsSchema,
    answer: { kind: "page", of: "Approval" },
  },
  { id: "readAskedApproval", method: "get", path: "/approvals/{id}", ...reads, answer: approval },
  { id: "approveAsked", method: "post", path: "/approvals/{id}/approve", ...writes, answer: approval },
  { id: "refuseAsked", method: "post", path: "/approvals/{id}/refuse", ...writes, answer: approval },
];
