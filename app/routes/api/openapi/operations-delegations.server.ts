import { listDelegationsSchema } from "#app/domain/delegations/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "agents", needs: "agents:read" } as const;
const writes = { tag: "agents", needs: "agents:write" } as const;

/** What other agents gave the workspace to do. */
export const delegationsOperations: readonly Operation[] = [
  {
    id: "listDelegations",
    method: "get",
    path: "/delegations",
    ...reads,
    query: listDelegationsSchema,
    answer: { kind: "page", of: "Delegation" },
  },
  { id: "readDelegation", method: "get", path: "/delegations/{id}", ...reads, answer: { kind: "one", of: "DelegationInFull" } },
  { id: "cancelDelegation", method: "post", path: "/delegations/{id}/cancel", ...writes, answer: { kind: "one", of: "Delegation" } },
];
