import { editProposal } from "#app/domain/agents/edit-proposal.server.ts";
import { changePolicy } from "#app/domain/agents/policies/change-policy.server.ts";
import { createPolicy } from "#app/domain/agents/policies/create-policy.server.ts";
import { listPolicies } from "#app/domain/agents/policies/list-policies.server.ts";
import { listPolicyFields } from "#app/domain/agents/policies/list-policy-fields.server.ts";
import { removePolicy } from "#app/domain/agents/policies/remove-policy.server.ts";
import { switchPolicy } from "#app/domain/agents/policies/switch-policy.server.ts";
import { testPolicy } from "#app/domain/agents/policies/test-policy.server.ts";
import { changeTrigger } from "#app/domain/triggers/change-trigger.server.ts";
import { createTrigger } from "#app/domain/triggers/create-trigger.server.ts";
import { listFirings } from "#app/domain/triggers/list-firings.server.ts";
import { listTriggers } from "#app/domain/triggers/list-triggers.server.ts";
import { readTrigger } from "#app/domain/triggers/read-trigger.server.ts";
import { removeTrigger } from "#app/domain/triggers/remove-trigger.server.ts";
import { renewSecret } from "#app/domain/triggers/renew-secret.server.ts";
import { switchTrigger } from "#app/domain/triggers/switch-trigger.server.ts";
import { testTrigger } from "#app/domain/triggers/test-trigger.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "triggers:read" } as const;
const writes = { needs: "triggers:write" } as const;
const readsPolicies = { needs: "agents:read" } as const;
const writesPolicies = { needs: "agents:write" } as const;
const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const ofTrigger = {
  fields: { id: "text" },
  input: (home: { shop: { triggerId: string } }) => ({ id: home.shop.triggerId }),
  foreign: (other: { shop: { triggerId: string } }) => ({ id: other.shop.triggerId }),
  foreignAnswer: "not_found",
} as const;
const ofPolicy = {
  fields: { id: "text" },
  input: (home: { shop: { policyId: string } }) => ({ id: home.shop.policyId }),
  foreign: (other: { shop: { policyId: string } }) => ({ id: other.shop.policyId }),
  foreignAnswer: "not_found",
} as const;
const schedule = { every: "interval", minutes: 60 };
const hook = { name: "Tell us", event: "schedule", schedule, actions: [{ do: "webhook", url: "https://hooks.example.com/in" }] };
const conditions = { match: "all", conditions: [{ field: "input.priority", is: "at-most", value: 60 }] };

export const triggersVerbs: AreaVerbs = {
  verbs: {
    listTriggers: { run: listTriggers, ...reads, fields: page },
    readTrigger: { run: readTrigger, ...reads, ...ofTrigger },
    listFirings: { run: listFirings, ...reads, ...ofTrigger, fields: { ...page, id: "text" } },
    createTrigger: {
      run: createTrigger,
      ...writes,
      input: () => hook,
      fields: { name: "text", event: "choice", mostPerHour: "optionalNumber" },
    },
    changeTrigger: {
      run: changeTrigger,
      ...writes,
      ...ofTrigger,
      input: (home) => ({ ...hook, id: home.shop.triggerId }),
      foreign: (other) => ({ ...hook, id: other.shop.triggerId }),
      fields: { id: "text", name: "text", event: "choice" },
    },
    switchTrigger: {
      run: switchTrigger,
      ...writes,
      ...ofTrigger,
      input: (home) => ({ id: home.shop.triggerId, isOn: true }),
      foreign: (other) => ({ id: other.shop.triggerId, isOn: true }),
      fields: { id: "text", isOn: "flag" },
    },
    testTrigger: { run: testTrigger, ...writes, ...ofTrigger },
    renewSecret: { run: renewSecret, ...writes, ...ofTrigger },
    removeTrigger: { run: removeTrigger, ...writes, ...ofTrigger },
    listPolicies: { run: listPolicies, ...readsPolicies },
    listPolicyFields: { run: listPolicyFields, ...readsPolicies, input: () => ({ tool: "plan-count" }), fields: { tool: "choice" } },
    createPolicy: {
      run: createPolicy,
      ...writesPolicies,
      input: () => ({ tool: "plan-count", name: "Small counts", conditions }),
      fields: { name: "text", tool: "choice", mostPerDay: "optionalNumber" },
    },
    changePolicy: {
      run: changePolicy,
      ...writesPolicies,
      ...ofPolicy,
      input: (home) => ({ id: home.shop.policyId, name: "Other counts", conditions, mostPerDay: 3 }),
      foreign: (other) => ({ id: other.shop.policyId, name: "Other counts", conditions, mostPerDay: 3 }),
      fields: { id: "text", name: "text", mostPerDay: "optionalNumber" },
    },
    switchPolicy: {
      run: switchPolicy,
      ...writesPolicies,
      ...ofPolicy,
      input: (home) => ({ id: home.shop.policyId, isOn: true }),
      foreign: (other) => ({ id: other.shop.policyId, isOn: true }),
      fields: { id: "text", isOn: "flag" },
    },
    testPolicy: { run: testPolicy, ...writesPolicies, ...ofPolicy },
    removePolicy: { run: removePolicy, ...writesPolicies, ...ofPolicy },
    editProposal: {
      run: editProposal,
      ...writesPolicies,
      input: (home) => ({ id: home.shop.proposalId, input: { priority: 70 } }),
      foreign: (other) => ({ id: other.shop.proposalId, input: { priority: 70 } }),
      foreignAnswer: "not_found",
      fields: { id: "text" },
    },
  },
  helpers: [
    ...(["chainOf", "clockHappening", "fieldsOfTool", "findPolicy", "findTrigger", "fitting", "listingNames", "needsSecret"] as const),
    ...([
      "newSecret",
      "pastProposals",
      "readAlerts",
      "readFoundPatterns",
      "readFigures",
      "readHappenings",
      "readShortPicks",
      "secretPlace",
    ] as const),
    ...(["timeZoneOf", "decideLeaves", "measureEffect"] as const),
  ],
  systemWork: [
    ...(["askAgent", "callWebhook", "fireTriggers", "giveUpFiring", "measureProposals", "performFiring", "proposeCall"] as const),
    ...(["proposeFor", "tellPeople", "listShortPicks", "workspacesToMeasure", "workspacesWithTriggers"] as const),
  ],
};
