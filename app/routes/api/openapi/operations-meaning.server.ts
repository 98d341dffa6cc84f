import { organisationSchema, searchTextsSchema } from "#app/domain/meaning/schemas.ts";
import type { Operation } from "./operations.server.ts";

export const meaningOperations: readonly Operation[] = [
  {
    id: "searchAllTexts",
    method: "get",
    path: "/search",
    tag: "workspace",
    needs: "catalog:read",
    query: searchTextsSchema,
    answer: { kind: "page", of: "TextHit" },
  },
  {
    id: "readOrganisation",
    method: "get",
    path: "/organisation",
    tag: "workspace",
    needs: "workspace:read",
    answer: { kind: "one", of: "Organisation" },
  },
  {
    id: "saveOrganisation",
    method: "put",
    path: "/organisation",
    tag: "workspace",
    needs: "workspace:write",
    body: organisationSchema,
    answer: { kind: "one", of: "Organisation" },
  },
];
