import type { Endpoint } from "./endpoints.ts";

const long = "x".repeat(5_000);
const notTitle: unknown[] = [1, true, null, [], {}, "", "   ", long, "two\nlines", "a\u0000b", "abc\u202edef"];
const notNumber: unknown[] = ["x", "1.5", 1.5, true, [], [1], {}, Number.MAX_VALUE];
const notChoice: unknown[] = [1, true, null, [], {}, "", long, "__proto__", "constructor"];
const change = {
  valid: { listingIds: ["lst_0000"], kind: "price", rule: "set", value: 1 },
  fields: {
    listingIds: ["x", [], null, {}, 1, Array.from({ length: 201 }, () => "a")],
    "listingIds.0": [[""], [1], [null], [long]],
    matching: ["x", null, 1, [], {}],
    kind: notChoice,
    rule: notChoice,
    ending: notChoice,
    currency: [...notChoice, "reais"],
    value: [...notNumber, null],
  },
};
const read = { status: 200 };
const missing = { status: 404 };

/** Products, listings and changes of many listings. */
export const catalogEndpoints: Record<string, Endpoint> = {
  products: {
    GET: { needs: "catalog:read", probe: read },
    POST: {
      needs: "catalog:write",
      probe: { body: {}, status: 400, errors: ["title", "variants"] },
      refuses: {
        valid: { title: "Kettle", variants: [{ sku: "KET-1" }] },
        fields: {
          title: notTitle,
          variants: ["x", [], null, {}, 1],
          "variants.0.sku": [[{}], [{ sku: "" }], [{ sku: 1 }], [{ sku: long }]],
          "variants.0.gtin": [[{ sku: "A", gtin: "7891000315508" }], [{ sku: "A", gtin: 1 }]],
          "variants.0.costCents": [[{ sku: "A", costCents: -1 }], [{ sku: "A", costCents: 1.5 }], [{ sku: "A", costCents: "x" }]],
          "variants.0.stock": [[{ sku: "A", stock: -1 }], [{ sku: "A", stock: "many" }]],
          "imageUrls.0": [["javascript:alert(1)"], ["x"], [1]],
        },
      },
    },
  },
  "products/:id": {
    GET: { needs: "catalog:read", row: "product", probe: missing },
    PATCH: {
      needs: "catalog:write",
      row: "product",
      probe: { body: { version: 1 }, status: 404 },
      refuses: { valid: { version: 1 }, fields: { title: notTitle, version: [...notNumber, "", null] } },
    },
    DELETE: { needs: "catalog:write", row: "product", probe: missing },
  },
  "products/:id/labels": { GET: { needs: "catalog:read", row: "product", probe: missing } },
  "variants/:id": {
    PATCH: {
      needs: "catalog:write",
      row: "variant",
      probe: { body: { version: 1 }, status: 404 },
      refuses: {
        valid: { version: 1 },
        fields: {
          sku: [1, true, null, [], {}, "", "   ", long, "two\nlines"],
          version: [...notNumber, "", null],
          ...Object.fromEntries(["lengthMm", "widthMm", "heightMm"].map((name) => [name, [...notNumber, 0, -1]])),
        },
      },
    },
  },
  costs: {
    PUT: {
      needs: "catalog:write",
      probe: { body: {}, status: 400, errors: ["costs"] },
      refuses: {
        valid: { costs: [{ sku: "KET-1", costCents: 4_590 }] },
        fields: {
          costs: [
            "x",
            [],
            null,
            {},
            1,
            [
              { sku: "A", costCents: 1 },
              { sku: "A", costCents: 2 },
            ],
          ],
          "costs.0.sku": [[{ costCents: 1 }], [{ sku: "", costCents: 1 }], [{ sku: long, costCents: 1 }]],
          "costs.0.costCents": [[{ sku: "A", costCents: -1 }], [{ sku: "A", costCents: 1.5 }], [{ sku: "A", costCents: "x" }]],
          "costs.0.currency": [[{ sku: "A", costCents: 1, currency: "real" }]],
        },
      },
    },
  },
  listings: { GET: { needs: "catalog:read", probe: read } },
  "listings/:id": {
    GET: { needs: "catalog:read", row: "listing", probe: missing },
    PATCH: {
      needs: "catalog:write",
      row: "listing",
      probe: { body: { stock: 1 }, status: 404 },
      refuses: {
        valid: {},
        fields: {
          priceCents: [...notNumber, 0, -1, null],
          stock: [...notNumber, -1, null],
          status: [...notChoice, "closed"],
          variantId: [1, "", long, [], {}],
        },
      },
    },
  },
  "listing-changes": {
    POST: {
      needs: "catalog:write",
      probe: { body: {}, status: 400, errors: ["listingIds"] },
      refuses: change,
    },
  },
  "listing-changes/preview": {
    POST: { needs: "catalog:write", probe: { body: {}, status: 400, errors: ["listingIds"] }, refuses: change },
  },
  "listing-changes/:id": {
    GET: { needs: "catalog:read", row: "listingChange", probe: missing },
    PATCH: {
      needs: "catalog:write",
      row: "listingChange",
      probe: { body: { state: "cancelled" }, status: 404 },
      refuses: { valid: { state: "cancelled" }, fields: { state: ["running", "", null, 1, {}] } },
    },
    DELETE: { needs: "catalog:write", row: "listingChange", probe: missing },
  },
};
