import type { Endpoint } from "./endpoints.ts";

const notText: unknown[] = [1, true, null, [], ["a"], {}, "x".repeat(5_000)];
const notNumber: unknown[] = ["", "x", "1.5", 1.5, true, null, [], [1], {}, Number.MAX_VALUE, -1];

/** What is found by its words and its meaning. */
export const meaningEndpoints: Record<string, Endpoint> = {
  organisation: {
    GET: { needs: "workspace:read", probe: { status: 200 } },
    PUT: {
      needs: "workspace:write",
      probe: { body: {}, status: 400, errors: ["text", "version"] },
      refuses: { valid: { text: "We sell kettles.", version: 0 }, fields: { text: notText, version: notNumber } },
    },
  },
  search: { GET: { needs: "catalog:read", probe: { status: 400, errors: ["q", "kind"] } } },
};
