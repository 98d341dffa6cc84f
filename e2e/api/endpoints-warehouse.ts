import type { Endpoint } from "./endpoints.ts";

const long = "x".repeat(5_000);
const notCode: unknown[] = [1, true, null, [], {}, "", "   ", long, "A B", "-A", "Á", "a\u0000b", "<b>"];
const notName: unknown[] = [1, true, null, [], {}, "", "   ", long, "two\nlines", "a\u0000b", "abc\u202edef"];
const notNumber: unknown[] = ["x", "1.5", 1.5, true, [], [1], {}, Number.MAX_VALUE];
const notId: unknown[] = [1, true, null, [], {}, "", long];
const read = { status: 200 };
const missing = { status: 404 };

/** Warehouses, zones and what is asked of them. */
export const warehouseEndpoints: Record<string, Endpoint> = {
  warehouses: {
    GET: { needs: "warehouse:read", probe: read },
    POST: {
      needs: "warehouse:write",
      probe: { body: {}, status: 400, errors: ["code", "name"] },
      refuses: { valid: { code: "CD1", name: "Depot" }, fields: { code: notCode, name: notName } },
    },
  },
  zones: {
    POST: {
      needs: "warehouse:write",
      probe: { body: {}, status: 400, errors: ["code", "name", "warehouseId"] },
      refuses: {
        valid: { warehouseId: "whs_0000", code: "A", name: "Zone A" },
        fields: { code: notCode, name: notName, warehouseId: notId },
      },
    },
  },
  "zones/:id": { GET: { needs: "warehouse:read", row: "zone", probe: missing } },
  "zones/:id/commands": { POST: { needs: "floor:work", row: "zone", probe: { body: { id: "x" }, status: 404 } } },
  "zones/:id/items": { POST: { needs: "floor:work", probe: { body: {}, status: 400, errors: ["code"] } } },
  "zones/:id/receipts": {
    POST: { needs: "floor:work", probe: { body: {}, status: 400, errors: ["binId", "commandId", "qty", "sku"] } },
  },
  "zones/:id/plates": { GET: { needs: "warehouse:read", probe: { status: 400, errors: ["plate"] } } },
  "zones/:id/approvals": { GET: { needs: "warehouse:write", row: "zone", probe: missing } },
  parcels: { GET: { needs: "warehouse:read", probe: read } },
  "zones/:id/check": { GET: { needs: "warehouse:read", row: "zone", probe: missing } },
  demand: { GET: { needs: "warehouse:read", probe: read } },
  fulfilments: {
    GET: { needs: "warehouse:read", probe: read },
    POST: {
      needs: "warehouse:write",
      probe: { body: {}, status: 400, errors: ["orderIds", "warehouseId"] },
      refuses: {
        valid: { warehouseId: "whs_0000", orderIds: ["ord_0000"] },
        fields: {
          warehouseId: notId,
          orderIds: ["x", 1, null, [], Array.from({ length: 201 }, (_one, index) => `ord_${index}`)],
          "orderIds.0": [[1], [null], [""], [long]],
        },
      },
    },
  },
  "fulfilments/:id": { GET: { needs: "warehouse:read", probe: missing } },
  "fulfilments/:id/pack": { POST: { needs: "floor:work", probe: missing } },
  "fulfilments/:id/ship": { POST: { needs: "floor:work", probe: missing } },
  "fulfilments/:id/give-back": { POST: { needs: "warehouse:write", probe: missing } },
  "fulfilments/:id/tell-again": { POST: { needs: "warehouse:write", probe: missing } },
  "fulfilments/preview": { POST: { needs: "warehouse:read", probe: { body: {}, status: 400, errors: ["orderIds", "warehouseId"] } } },
  waves: { GET: { needs: "warehouse:read", probe: read } },
  "waves/:id": { GET: { needs: "warehouse:read", probe: missing } },
  "release-rules": { GET: { needs: "warehouse:read", probe: read } },
  "release-rules/:id": {
    PUT: {
      needs: "warehouse:write",
      probe: { body: {}, status: 400, errors: ["version"] },
      refuses: {
        valid: { version: 0, isActive: false },
        fields: {
          version: [...notNumber, "", null, -1],
          isActive: [1, "yes", null, [], {}],
          everyMinutes: [...notNumber, 0, 1_441],
          whenWaiting: [...notNumber, 0, 201],
          cutOffs: ["x", 1, null, {}],
          "cutOffs.0.time": [[{ days: [1], time: "24:00" }], [{ days: [1], time: 9 }]],
          "cutOffs.0.days": [[{ days: [], time: "10:00" }], [{ days: "mon", time: "10:00" }]],
          channelIds: ["x", 1, null, {}],
          "batching.most": [{ kind: "orders", most: 1 }, { kind: "orders", most: "x" }, { kind: "litres" }],
        },
      },
    },
  },
  "release-rules/:id/look": { GET: { needs: "warehouse:read", probe: missing } },
  "fulfilments/:id/cartons": { GET: { needs: "warehouse:read", probe: missing } },
  cartons: {
    GET: { needs: "warehouse:read", probe: read },
    POST: {
      needs: "warehouse:write",
      probe: { body: {}, status: 400, errors: ["heightMm", "lengthMm", "maxWeightGrams", "name", "weightGrams", "widthMm"] },
      refuses: {
        valid: { name: "Small", lengthMm: 200, widthMm: 150, heightMm: 100, weightGrams: 90, maxWeightGrams: 5_000 },
        fields: {
          name: notName,
          ...Object.fromEntries(["lengthMm", "widthMm", "heightMm", "maxWeightGrams"].map((name) => [name, [...notNumber, 0, "", null]])),
          weightGrams: [...notNumber, -1, "", null],
          costCents: [...notNumber, -1],
        },
      },
    },
  },
  // Answers also where there is nothing left to add.
  "cartons/usual": { POST: { needs: "warehouse:write", probe: read } },
  "cartons/:id": {
    PATCH: {
      needs: "warehouse:write",
      row: "carton",
      probe: { body: { version: 1 }, status: 404 },
      refuses: {
        valid: { version: 1 },
        fields: { name: notName, version: [...notNumber, "", null], lengthMm: [...notNumber, 0], isActive: [1, "yes", null, [], {}] },
      },
    },
  },
  "fulfilments/:id/retry": { POST: { needs: "warehouse:write", probe: missing } },
  "zones/:id/archive/events": { GET: { needs: "warehouse:read", row: "zone", probe: missing } },
  "zones/:id/labels": { GET: { needs: "warehouse:read", row: "zone", probe: missing } },
  returns: {
    GET: { needs: "warehouse:read", probe: read },
    POST: {
      needs: "floor:work",
      probe: { body: {}, status: 400, errors: ["lines"] },
      refuses: {
        valid: { orderId: "ord_0000", reason: "other", lines: [{ orderLineId: "ord_0000/0", quantity: 1 }] },
        fields: {
          orderId: [1, true, [], {}, long],
          reason: [1, null, "", "lost"],
          note: [1, [], "a\u0000b", long],
          trackingCode: [1, [], "a\u0000b", long],
          lines: ["x", 1, null, [], Array.from({ length: 51 }, () => ({ orderLineId: "ord_0000/0", quantity: 1 }))],
          "lines.0.quantity": [[{ quantity: 0 }], [{ quantity: 1.5 }], [{ quantity: "x" }], [{}]],
        },
      },
    },
  },
  "returns/:id": { GET: { needs: "warehouse:read", probe: missing } },
  "returns/:id/take-in": {
    POST: {
      needs: "floor:work",
      probe: { body: {}, status: 400, errors: ["arrivals", "binId", "zoneId"] },
      refuses: {
        valid: { zoneId: "zon_0000", binId: "A-01", arrivals: [{ lineId: "rtl_0000", quantity: 1 }] },
        fields: { zoneId: notId, binId: [1, null, "", long], arrivals: ["x", 1, null, []] },
      },
    },
  },
  "returns/:id/inspect": {
    POST: {
      needs: "floor:work",
      probe: { body: {}, status: 400, errors: ["decisions"] },
      refuses: {
        valid: { decisions: [{ arrivalId: "rts_0000", outcome: "scrap", quantity: 1 }] },
        fields: { decisions: ["x", 1, null, []] },
      },
    },
  },
  "returns/:id/close": { POST: { needs: "warehouse:write", probe: missing } },
  "returns/:id/call-off": { POST: { needs: "warehouse:write", probe: missing } },
  "orders/:id/returnable": { GET: { needs: "warehouse:read", probe: missing } },
  "zones/:id/archive": { GET: { needs: "warehouse:read", row: "zone", probe: missing } },
  "warehouse/metrics": { GET: { needs: "warehouse:read", probe: read } },
  "warehouse/reports": { GET: { needs: "warehouse:read", probe: read } },
  "warehouse/reports/:id": { GET: { needs: "warehouse:read", probe: missing } },
  alerts: { GET: { needs: "warehouse:read", probe: read } },
  "alerts/:id/acknowledge": { POST: { needs: "warehouse:write", probe: missing } },
  "alerts/:id/resolve": { POST: { needs: "warehouse:write", probe: missing } },
  tablets: {
    GET: { needs: "warehouse:read", probe: read },
    POST: {
      needs: "warehouse:write",
      probe: { body: {}, status: 400, errors: ["name", "warehouseId"] },
      refuses: {
        valid: { warehouseId: "whs_0000", name: "Tablet 1" },
        fields: { name: notName, warehouseId: [1, true, null, [], {}, "", long] },
      },
    },
  },
  "tablets/:id": { DELETE: { needs: "warehouse:write", probe: missing } },
  stock: { GET: { needs: "warehouse:read", probe: read } },
};
