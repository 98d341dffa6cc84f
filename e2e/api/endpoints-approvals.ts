import type { Endpoint } from "./endpoints.ts";

const missing = { status: 404 };

/** Asking, what assistants would do, and a person's yes or no. */
export const approvalsEndpoints: Record<string, Endpoint> = {
  ask: {
    POST: {
      needs: "chat:read",
      probe: { body: {}, status: 400, errors: ["question"] },
      refuses: {
        valid: { question: "GMV" },
        fields: {
          question: [1, true, null, [], {}, "", "   ", "x".repeat(20_001)],
          locale: [1, true, null, [], {}, "", "pt", "x".repeat(5_000)],
          conversationId: [1, true, null, [], {}, "", "x".repeat(61)],
        },
      },
    },
  },
  approvals: { GET: { needs: "chat:read", probe: { status: 200 } } },
  "approvals/:id": { GET: { needs: "chat:read", probe: missing } },
  "approvals/:id/approve": { POST: { needs: "chat:write", probe: missing } },
  "approvals/:id/refuse": { POST: { needs: "chat:write", probe: missing } },
};
