import type { Endpoint } from "./endpoints.ts";

const missing = { status: 404 };
const notNumber: unknown[] = ["", "x", "1.5", 1.5, true, null, [], [1], {}, Number.MAX_VALUE, -1];
const notChoice: unknown[] = [1, true, null, [], {}, "", "Web", "x".repeat(5_000)];
const notLine: unknown[] = [1, true, null, [], {}, "", "   ", "x".repeat(5_000)];
const notFlag: unknown[] = ["yes", 1, null, [], {}];
const aSite = { name: "Loja", kind: "web", domains: ["shop.example"] };
const siteFields: Record<string, unknown[]> = {
  name: notLine,
  kind: notChoice,
  domains: ["x", 1, null, {}, []],
  "domains.0": [["https://shop.example"], ["shop"], ["*"], ["shop.example/path"], [1]],
  consentMode: notChoice,
  honoursPrivacySignals: notFlag,
  maskSelectors: ["x", 1, null, {}],
  "maskSelectors.0": [["a{color:red}"], ["<b>"], [""]],
  keptParameters: ["x", 1, null, {}],
  "keptParameters.0": [["a b"], ["q=1"]],
  samplePercent: [...notNumber, 0, 101],
  sessionIdleMinutes: [...notNumber, 4, 1_441],
  retention: ["x", 1, null, []],
  "retention.rawDays": [{ rawDays: 0, sessionDays: 1, interactionDays: 1 }],
};

const longText = [1, true, null, [], {}, "x".repeat(5_000), "a\u0000b"];
const chatFields: Record<string, unknown[]> = {
  isOn: notFlag,
  greeting: longText,
  publicText: longText,
  publicParagraphs: ["x", 1, null, {}],
  "publicParagraphs.0": [["x"], [1], ["A".repeat(64)]],
  showsPrices: notFlag,
  showsAvailability: notFlag,
  usesModel: notFlag,
  questionsPerDay: [...notNumber, 0, 20_001],
  modelAnswersPerDay: [...notNumber, 0, 5_001],
  keepDays: [...notNumber, 0, 366],
  version: notNumber,
};

/** Where shoppers are seen. */
export const sitesEndpoints: Record<string, Endpoint> = {
  sites: {
    GET: { needs: "shoppers:read", probe: { status: 200 } },
    POST: {
      needs: "shoppers:write",
      probe: { body: {}, status: 400, errors: ["name", "kind"] },
      refuses: { valid: aSite, fields: siteFields },
    },
  },
  "sites/:id": {
    GET: { needs: "shoppers:read", probe: missing },
    PUT: {
      needs: "shoppers:write",
      probe: { body: {}, status: 400, errors: ["name", "kind", "version"] },
      refuses: { valid: { ...aSite, version: 1 }, fields: { ...siteFields, version: ["", "x", "1.5", 1.5, true, null, [], {}] } },
    },
    DELETE: {
      needs: "shoppers:write",
      probe: { body: {}, status: 400, errors: ["name"] },
      refuses: { valid: { name: "Loja" }, fields: { name: [1, true, null, [], {}, "", "x".repeat(5_000)] } },
    },
  },
  "sites/:id/switch": {
    POST: {
      needs: "shoppers:write",
      probe: { body: {}, status: 400, errors: ["isEnabled"] },
      refuses: { valid: { isEnabled: true }, fields: { isEnabled: notFlag } },
    },
  },
  "sites/:id/key": { POST: { needs: "shoppers:write", probe: missing } },
  "sites/:id/statistics": { GET: { needs: "shoppers:read", probe: missing } },
  "sites/:id/chat": {
    GET: { needs: "shoppers:read", probe: missing },
    PUT: {
      needs: "shoppers:write",
      probe: { body: {}, status: 400, errors: ["isOn", "version"] },
      refuses: { valid: { isOn: true, version: 0 }, fields: chatFields },
    },
  },
  "sites/:id/chat/questions": {
    GET: { needs: "shoppers:read", probe: missing },
    DELETE: {
      needs: "shoppers:write",
      probe: { body: {}, status: 404 },
      refuses: { valid: {}, fields: { questionId: [1, true, null, [], {}, "", "x".repeat(5_000)] } },
    },
  },
  "sites/:id/recent": { GET: { needs: "shoppers:read", probe: missing } },
};
