import type { Endpoint } from "./endpoints.ts";

const long = "x".repeat(50_001);
const missing = { status: 404 };

/** Analyses of listings, and the words that marketplaces are told. */
export const analysisEndpoints: Record<string, Endpoint> = {
  "listings/:id/analyses": {
    GET: { needs: "catalog:read", row: "listing", probe: missing },
    POST: { needs: "catalog:write", row: "listing", probe: missing },
  },
  "listing-analyses/:id": { GET: { needs: "catalog:read", probe: missing } },
  "listings/:id/texts": {
    GET: { needs: "catalog:read", row: "listing", probe: missing },
    POST: {
      needs: "catalog:write",
      row: "listing",
      probe: { body: { field: "title", text: "Kettle" }, status: 404 },
      refuses: {
        valid: { field: "title", text: "Kettle" },
        fields: { field: ["price", "", null, 1, {}], text: [1, true, null, [], {}, "", "   ", long], before: [1, null, {}, long] },
      },
    },
  },
  "listing-texts/:id": { DELETE: { needs: "catalog:write", probe: missing } },
  "listing-texts/:id/effect": { GET: { needs: "catalog:read", probe: missing } },
};
