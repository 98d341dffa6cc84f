import type { Endpoint } from "./endpoints.ts";

const missing = { status: 404 };

/** What other agents gave the workspace to do. */
export const delegationsEndpoints: Record<string, Endpoint> = {
  delegations: { GET: { needs: "agents:read", probe: { status: 200 } } },
  "delegations/:id": { GET: { needs: "agents:read", probe: missing } },
  "delegations/:id/cancel": { POST: { needs: "agents:write", probe: missing } },
};
