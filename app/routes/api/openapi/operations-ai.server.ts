import {
  addProviderSchema,
  arrangeProvidersSchema,
  changeProviderSchema,
  choosePurposeSchema,
  listCallsSchema,
  setCapSchema,
  spendSchema,
} from "#app/domain/ai/schemas.ts";
import type { Operation } from "./operations.server.ts";

const done = { kind: "one", of: "Done" } as const;
const reads = { tag: "ai", needs: "ai:read" } as const;
const writes = { tag: "ai", needs: "ai:write" } as const;

/** Who answers, for what, and how much it may cost. */
export const aiOperations: readonly Operation[] = [
  { id: "listAiProviders", method: "get", path: "/ai/providers", ...reads, answer: { kind: "page", of: "AiProvider" } },
  {
    id: "addAiProvider",
    method: "post",
    path: "/ai/providers",
    ...writes,
    body: addProviderSchema,
    status: 201,
    answer: { kind: "one", of: "Created" },
  },
  {
    id: "arrangeAiProviders",
    method: "put",
    path: "/ai/providers/order",
    ...writes,
    body: arrangeProvidersSchema,
    answer: { kind: "one", of: "AiProviderOrder" },
  },
  {
    id: "changeAiProvider",
    method: "patch",
    path: "/ai/providers/{id}",
    ...writes,
    body: changeProviderSchema.omit({ id: true }),
    answer: { kind: "one", of: "Saved" },
  },
  { id: "removeAiProvider", method: "delete", path: "/ai/providers/{id}", ...writes, answer: done },
  { id: "testAiProvider", method: "post", path: "/ai/providers/{id}/test", ...writes, answer: { kind: "one", of: "AiProviderTest" } },
  { id: "listAiPurposes", method: "get", path: "/ai/purposes", ...reads, answer: { kind: "page", of: "AiPurpose" } },
  {
    id: "chooseAiModels",
    method: "put",
    path: "/ai/purposes/{id}",
    ...writes,
    body: choosePurposeSchema.omit({ purpose: true }),
    answer: { kind: "one", of: "AiPurpose" },
  },
  { id: "listAiCaps", method: "get", path: "/ai/caps", ...reads, answer: { kind: "page", of: "AiCap" } },
  { id: "setAiCap", method: "put", path: "/ai/caps", ...writes, body: setCapSchema, answer: { kind: "one", of: "Created" } },
  { id: "removeAiCap", method: "delete", path: "/ai/caps/{id}", ...writes, answer: done },
  { id: "readAiBudget", method: "get", path: "/ai/budget", ...reads, answer: { kind: "one", of: "AiBudget" } },
  { id: "readAiSpend", method: "get", path: "/ai/spend", ...reads, query: spendSchema, answer: { kind: "one", of: "AiSpend" } },
  { id: "listAiCalls", method: "get", path: "/ai/calls", ...reads, query: listCallsSchema, answer: { kind: "page", of: "AiCall" } },
  { id: "readAiCall", method: "get", path: "/ai/calls/{id}", ...reads, answer: { kind: "one", of: "AiCall" } },
];
