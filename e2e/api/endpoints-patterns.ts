import type { Endpoint } from "./endpoints.ts";

const long = "x".repeat(5_000);
const missing = { status: 404 };
const notChoice = ["", "pinned ", "Pinned", long, "__proto__", 1, true, null, [], {}];
const notText = [1, true, null, [], {}, long];

/** What repeats in what shoppers do. */
export const patternsEndpoints: Record<string, Endpoint> = {
  patterns: { GET: { needs: "shoppers:read", probe: { status: 200 } } },
  "pattern-periods": { GET: { needs: "shoppers:read", probe: { status: 200 } } },
  "patterns/:id": {
    GET: { needs: "shoppers:read", row: "pattern", probe: missing },
    PATCH: {
      needs: "shoppers:write",
      row: "pattern",
      probe: { body: { state: "pinned" }, status: 404 },
      refuses: { valid: { state: "open" }, fields: { state: notChoice, reason: notText } },
    },
  },
  "patterns/:id/pin": { POST: { needs: "shoppers:write", row: "pattern", probe: missing } },
  "patterns/:id/dismiss": {
    POST: {
      needs: "shoppers:write",
      row: "pattern",
      probe: { body: {}, status: 400, errors: ["reason"] },
      refuses: { valid: { reason: "known" }, fields: { reason: ["", "  ", ...notText] } },
    },
  },
  "patterns/:id/advise": { POST: { needs: "selling:write", row: "pattern", probe: missing } },
  "patterns/:id/restore": { POST: { needs: "shoppers:write", row: "pattern", probe: missing } },
};
