import type { Endpoint } from "./endpoints.ts";

const notChoice: unknown[] = [1, true, null, [], {}, "", "Gmv", "gmv ", "__proto__", "'; drop table orders; --"];
const notNumber: unknown[] = ["", "x", 1.5, 0, -1, 100_000, true, null, [], {}];

const query = {
  valid: { metric: "gmv" },
  fields: {
    metric: [...notChoice, "nonsense"],
    "by.0": [["zone"], ["nonsense"], [1], [null]],
    "where.0.dimension": [[{ dimension: "zone", values: ["x"] }], [{ dimension: "nonsense", values: ["x"] }]],
    "where.0.values": [[{ dimension: "channel", values: [] }], [{ dimension: "channel" }]],
    "when.from": [
      { from: "yesterday", to: "2026-11-28" },
      { from: "2026-13-45", to: "2027-01-01" },
    ],
    "when.to": [
      { from: "2026-11-28", to: "2026-11-28" },
      { from: "2026-11-28", to: "2026-11-01" },
    ],
    grain: ["minute", 1, true, [], {}],
    compare: ["tomorrow", 1, null, [], {}],
    limit: notNumber,
  },
};
const probe = { body: { metric: "gmv" }, status: 200 };

/** Everything that can be asked for as a number. */
export const metricsEndpoints: Record<string, Endpoint> = {
  metrics: { GET: { needs: "chat:read", probe: { status: 200 } } },
  "metrics/query": { POST: { needs: "selling:read", probe, refuses: query } },
  "metrics/explain": { POST: { needs: "selling:read", probe, refuses: { valid: query.valid, fields: { metric: query.fields.metric } } } },
};
