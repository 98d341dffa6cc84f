import type { Endpoint } from "./endpoints.ts";

const read = { status: 200 };
const missing = { status: 404 };
const notNumber: unknown[] = ["", "x", "1.5", 1.5, true, null, [], [1], {}, Number.MAX_VALUE, -1];
const notChoice: unknown[] = [1, true, null, [], {}, "", "On", "x".repeat(5_000)];

const notLine: unknown[] = [1, true, null, [], {}, "", "   ", "x".repeat(5_000)];
const notFlag: unknown[] = ["yes", 1, null, [], {}];
const notSet: Record<string, unknown[]> = {
  conditions: ["x", 1, null, [], { conditions: "x" }],
  "conditions.0.is": [{ conditions: [{ field: "stars", is: "near", value: 1 }] }],
  "conditions.match": [{ match: "most", conditions: [] }],
};
const aPolicy = {
  tool: "plan-count",
  name: "Small counts",
  conditions: { conditions: [{ field: "input.priority", is: "at-most", value: 60 }] },
};
const aTrigger = { name: "Tell us", event: "review-written", actions: [{ do: "notify", roles: ["owner"] }] };
const triggerFields: Record<string, unknown[]> = {
  name: notLine,
  event: notChoice,
  actions: ["x", 1, null, [], {}],
  "actions.0.do": [[{ do: "nothing" }]],
  "actions.0.roles": [[{ do: "notify", roles: [] }]],
  ...notSet,
  mostPerHour: [...notNumber, 0, 1_001],
};

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
  "proposals/:id": {
    PATCH: {
      needs: "agents:write",
      probe: { body: {}, status: 400, errors: ["input"] },
      refuses: { valid: { input: {} }, fields: { input: ["x", 1, null, []] } },
    },
  },
  policies: {
    GET: { needs: "agents:read", probe: read },
    POST: {
      needs: "agents:write",
      probe: { body: {}, status: 400, errors: ["tool", "name", "conditions"] },
      refuses: { valid: aPolicy, fields: { tool: notChoice, name: notLine, ...notSet, mostPerDay: [...notNumber, 0, 1_001] } },
    },
  },
  "policies/fields": { GET: { needs: "agents:read", probe: { status: 400, errors: ["tool"] } } },
  "policies/:id": {
    PUT: {
      needs: "agents:write",
      probe: { body: {}, status: 400, errors: ["name", "conditions"] },
      refuses: { valid: aPolicy, fields: { name: notLine, ...notSet, mostPerDay: [...notNumber, 0, 1_001] } },
    },
    DELETE: { needs: "agents:write", probe: missing },
  },
  "policies/:id/test": { POST: { needs: "agents:write", probe: missing } },
  "policies/:id/switch": {
    POST: {
      needs: "agents:write",
      probe: { body: {}, status: 400, errors: ["isOn"] },
      refuses: { valid: { isOn: true }, fields: { isOn: notFlag } },
    },
  },
  triggers: {
    GET: { needs: "triggers:read", probe: read },
    POST: {
      needs: "triggers:write",
      probe: { body: {}, status: 400, errors: ["name", "event", "actions"] },
      refuses: {
        valid: aTrigger,
        fields: {
          ...triggerFields,
          "conditions.0.is": [
            { conditions: [{ field: "stars", is: "near", value: 1 }] },
            { conditions: [{ field: "stars", is: "contains", value: 1 }] },
          ],
          "actions.0.url": [[{ do: "webhook", url: "nowhere" }]],
        },
      },
    },
  },
  "triggers/:id": {
    GET: { needs: "triggers:read", probe: missing },
    PUT: {
      needs: "triggers:write",
      probe: { body: {}, status: 400, errors: ["name", "event", "actions"] },
      refuses: { valid: aTrigger, fields: triggerFields },
    },
    DELETE: { needs: "triggers:write", probe: missing },
  },
  "triggers/:id/test": { POST: { needs: "triggers:write", probe: missing } },
  "triggers/:id/switch": {
    POST: {
      needs: "triggers:write",
      probe: { body: {}, status: 400, errors: ["isOn"] },
      refuses: { valid: { isOn: true }, fields: { isOn: notFlag } },
    },
  },
  "triggers/:id/secret": { POST: { needs: "triggers:write", probe: missing } },
  "triggers/:id/firings": { GET: { needs: "triggers:read", probe: missing } },
  "proposals/:id/approve": { POST: { needs: "agents:write", probe: missing } },
  "proposals/:id/reject": { POST: { needs: "agents:write", probe: missing } },
  "proposals/:id/undo": { POST: { needs: "agents:write", probe: missing } },
};
