import { editProposalSchema } from "#app/domain/agents/schemas.ts";
import { changePolicySchema, createPolicySchema, policyFieldsSchema, switchPolicySchema } from "#app/domain/agents/policies/schemas.ts";
import {
  changeTriggerSchema,
  createTriggerSchema,
  listFiringsSchema,
  listTriggersSchema,
  switchTriggerSchema,
} from "#app/domain/triggers/schemas.ts";
import type { Operation } from "./operations.server.ts";

const done = { kind: "one", of: "Done" } as const;
const created = { kind: "one", of: "Created" } as const;
const made = { kind: "one", of: "MadeTrigger" } as const;
const reads = { tag: "triggers", needs: "triggers:read" } as const;
const writes = { tag: "triggers", needs: "triggers:write" } as const;
const readsPolicies = { tag: "agents", needs: "agents:read" } as const;
const writesPolicies = { tag: "agents", needs: "agents:write" } as const;
const firings = listFiringsSchema.omit({ id: true });

/** What is done when something happens, and what may be done without asking. */
export const triggersOperations: readonly Operation[] = [
  {
    id: "editProposal",
    method: "patch",
    path: "/proposals/{id}",
    ...writesPolicies,
    body: editProposalSchema.omit({ id: true }),
    answer: created,
  },
  { id: "listPolicies", method: "get", path: "/policies", ...readsPolicies, answer: { kind: "page", of: "Policy" } },
  { id: "createPolicy", method: "post", path: "/policies", ...writesPolicies, body: createPolicySchema, status: 201, answer: created },
  {
    id: "listPolicyFields",
    method: "get",
    path: "/policies/fields",
    ...readsPolicies,
    query: policyFieldsSchema,
    answer: { kind: "one", of: "PolicyFields" },
  },
  {
    id: "changePolicy",
    method: "put",
    path: "/policies/{id}",
    ...writesPolicies,
    body: changePolicySchema.omit({ id: true }),
    answer: created,
  },
  { id: "removePolicy", method: "delete", path: "/policies/{id}", ...writesPolicies, answer: done },
  { id: "testPolicy", method: "post", path: "/policies/{id}/test", ...writesPolicies, answer: { kind: "one", of: "PolicyTest" } },
  {
    id: "switchPolicy",
    method: "post",
    path: "/policies/{id}/switch",
    ...writesPolicies,
    body: switchPolicySchema.omit({ id: true }),
    answer: done,
  },
  {
    id: "listTriggers",
    method: "get",
    path: "/triggers",
    ...reads,
    query: listTriggersSchema,
    answer: { kind: "page", of: "TriggerSummary" },
  },
  { id: "createTrigger", method: "post", path: "/triggers", ...writes, body: createTriggerSchema, status: 201, answer: made },
  { id: "readTrigger", method: "get", path: "/triggers/{id}", ...reads, answer: { kind: "one", of: "Trigger" } },
  { id: "changeTrigger", method: "put", path: "/triggers/{id}", ...writes, body: changeTriggerSchema.omit({ id: true }), answer: made },
  { id: "removeTrigger", method: "delete", path: "/triggers/{id}", ...writes, answer: done },
  { id: "testTrigger", method: "post", path: "/triggers/{id}/test", ...writes, answer: { kind: "one", of: "TriggerTest" } },
  {
    id: "switchTrigger",
    method: "post",
    path: "/triggers/{id}/switch",
    ...writes,
    body: switchTriggerSchema.omit({ id: true }),
    answer: done,
  },
  { id: "renewTriggerSecret", method: "post", path: "/triggers/{id}/secret", ...writes, answer: { kind: "one", of: "TriggerSecret" } },
  { id: "listFirings", method: "get", path: "/triggers/{id}/firings", ...reads, query: firings, answer: { kind: "page", of: "Firing" } },
];
