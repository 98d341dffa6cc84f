import type { Endpoint } from "./endpoints.ts";

const read = { status: 200 };
const missing = { status: 404 };
const notText: unknown[] = [1, true, null, [], {}, "", "x".repeat(5_000)];
const notNumber: unknown[] = ["", "x", "1.5", 1.5, true, null, [], [1], {}, Number.MAX_VALUE, -1];
const notChoice: unknown[] = [1, true, null, [], {}, "", "Redrive", "x".repeat(5_000)];
const notFlag: unknown[] = ["true", 1, null, [], {}];

/** What shoppers did, and what came in of it. */
export const shoppersEndpoints: Record<string, Endpoint> = {
  interactions: { GET: { needs: "shoppers:read", probe: read } },
  "interactions/:id": { GET: { needs: "shoppers:read", probe: missing } },
  "shopper-sessions": { GET: { needs: "shoppers:read", probe: read } },
  "shopper-sessions/open": { GET: { needs: "shoppers:read", probe: read } },
  "shopper-sessions/:id": { GET: { needs: "shoppers:read", probe: missing } },
  "shopper-sessions/:id/events": { GET: { needs: "shoppers:read", probe: missing } },
  "products/:id/shoppers": { GET: { needs: "shoppers:read", row: "product", probe: missing } },
  "collect/health": { GET: { needs: "shoppers:read", probe: read } },
  "collect/rejected": { GET: { needs: "shoppers:read", probe: { status: 400, errors: ["siteId"] } } },
  "collect/rejected/:id": {
    POST: {
      needs: "shoppers:write",
      probe: { body: {}, status: 400, errors: ["siteId", "resolution"] },
      refuses: { valid: { siteId: "sit_missing", resolution: "dismiss" }, fields: { siteId: notText, resolution: notChoice } },
    },
  },
  "shoppers/erase": {
    POST: {
      needs: "shoppers:write",
      probe: { body: {}, status: 400, errors: ["from"] },
      refuses: {
        valid: { visitorKey: "v_missing" },
        fields: { visitorKey: notText, siteId: notText, from: notNumber, to: notNumber, isDry: notFlag },
      },
    },
  },
  "shoppers/export": { GET: { needs: "shoppers:write", probe: { status: 400, errors: ["from"] } } },
};
