import type { Endpoint } from "./endpoints.ts";

const read = { status: 200 };
const missing = { status: 404 };
const notText: unknown[] = ["", "   ", 1, true, null, [], {}, "x".repeat(5_000)];
const notNumber: unknown[] = ["", "x", "1.5", 1.5, true, null, [], [1], {}, Number.MAX_VALUE, -1];
const notChoice: unknown[] = [1, true, null, [], {}, "", "On", "x".repeat(5_000)];
const notList: unknown[] = ["x", 1, true, null, {}];
const notModels: unknown[] = [[1], [""], ["a b"], ["x".repeat(200)]];
const server = { kind: "openai-compatible", name: "Ours alone", baseUrl: "http://127.0.0.1:1/v1", models: ["ours"] };

/** Providers of models, what they may cost, and what was asked. */
export const aiEndpoints: Record<string, Endpoint> = {
  "ai/providers": {
    GET: { needs: "ai:read", probe: read },
    POST: {
      needs: "ai:write",
      probe: { body: {}, status: 400, errors: ["name", "models"] },
      refuses: {
        valid: server,
        fields: {
          kind: notChoice,
          name: notText,
          baseUrl: ["", 1, null, [], "not an address", "ftp://models.test", "http://key@models.test", "x".repeat(5_000)],
          apiKey: [1, null, [], "a b", "x".repeat(5_000)],
          models: [...notList, []],
          "models.0": notModels,
          embeddingModels: notList,
          "embeddingModels.0": notModels,
        },
      },
    },
  },
  "ai/providers/order": {
    PUT: {
      needs: "ai:write",
      probe: { body: {}, status: 400, errors: ["ids"] },
      refuses: { valid: { ids: ["x"] }, fields: { ids: [...notList, []], "ids.0": [[1], [""]] } },
    },
  },
  "ai/providers/:id": {
    PATCH: {
      needs: "ai:write",
      row: "aiProvider",
      probe: { body: { version: 1 }, status: 404 },
      refuses: {
        valid: { version: 1 },
        fields: {
          version: notNumber.filter((value) => value !== -1),
          name: notText,
          models: notList,
          "models.0": notModels,
          isEnabled: ["yes", 1, null, [], {}],
        },
      },
    },
    DELETE: { needs: "ai:write", row: "aiProvider", probe: missing },
  },
  "ai/providers/:id/test": { POST: { needs: "ai:write", row: "aiProvider", probe: missing } },
  "ai/purposes": { GET: { needs: "ai:read", probe: read } },
  "ai/purposes/:id": { PUT: { needs: "ai:write", probe: { body: { choices: [] }, status: 400 } } },
  "ai/caps": {
    GET: { needs: "ai:read", probe: read },
    PUT: {
      needs: "ai:write",
      probe: { body: {}, status: 400, errors: ["limitMicroUsd"] },
      refuses: {
        valid: { scope: "workspace", window: "day", limitMicroUsd: 1_000_000 },
        fields: { scope: notChoice, window: notChoice, limitMicroUsd: notNumber, subjectId: [1, true, null, [], {}, "x".repeat(5_000)] },
      },
    },
  },
  "ai/caps/:id": { DELETE: { needs: "ai:write", row: "aiCap", probe: missing } },
  "ai/budget": { GET: { needs: "ai:read", probe: read } },
  "ai/spend": { GET: { needs: "ai:read", probe: read } },
  "ai/calls": { GET: { needs: "ai:read", probe: read } },
  "ai/calls/:id": { GET: { needs: "ai:read", probe: missing } },
};
