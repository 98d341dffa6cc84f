import type { Endpoint } from "./endpoints.ts";

const missing = { status: 404 };

/** What assistants would do, and a person's yes or no. */
export const approvalsEndpoints: Record<string, Endpoint> = {
  approvals: { GET: { needs: "chat:read", probe: { status: 200 } } },
  "approvals/:id": { GET: { needs: "chat:read", probe: missing } },
  "approvals/:id/approve": { POST: { needs: "chat:write", probe: missing } },
  "approvals/:id/refuse": { POST: { needs: "chat:write", probe: missing } },
};
