import type { Endpoint } from "./endpoints.ts";

const read = { status: 200 };
const missing = { status: 404 };
const notNumber: unknown[] = ["", "x", "1.5", 1.5, true, null, [], [1], {}, Number.MAX_VALUE, -1];
const notChoice: unknown[] = [1, true, null, [], {}, "", "On", "x".repeat(5_000)];

/** Agents, their log and their proposals. */
export const agentsEndpoints: Record<string, Endpoint> = {
  agents: { GET: { needs: "agents:read", probe: read } },
  "agents/memory": { GET: { needs: "agents:read", probe: read } },
  "agents/runs": { GET: { needs: "agents:read", probe: read } },
  "agents/runs/:id": { GET: { needs: "agents:read", probe: missing } },
  "agents/:id": {
    GET: { needs: "agents:read", probe: missing },
    PATCH: {
      needs: "agents:write",
      probe: { body: {}, status: 400 },
      refuses: {
        valid: { everyMinutes: 30 },
        fields: {
          state: notChoice,
          everyMinutes: notNumber,
          actionsPerDay: notNumber,
          ratePerMinute: [...notNumber, 0, 601],
          burst: [...notNumber, 0, 601],
          autonomy: ["x", 1, null, []],
          settings: ["x", 1, null, []],
        },
      },
    },
  },
  "agents/:id/runs": {
    POST: {
      needs: "agents:write",
      probe: { body: {}, status: 400, errors: ["mode"] },
      refuses: { valid: { mode: "dry" }, fields: { mode: notChoice } },
    },
  },
  market: { GET: { needs: "agents:read", probe: read } },
  proposals: { GET: { needs: "agents:read", probe: read } },
  "proposals/:id/approve": { POST: { needs: "agents:write", probe: missing } },
  "proposals/:id/reject": { POST: { needs: "agents:write", probe: missing } },
  "proposals/:id/undo": { POST: { needs: "agents:write", probe: missing } },
};
