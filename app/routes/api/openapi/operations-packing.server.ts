import { addCartonSchema, changeCartonSchema } from "#app/domain/warehouse/packing/schemas.ts";
import type { Operation } from "./operations.server.ts";

const of = { tag: "warehouse" } as const;

/** Cartons, and which of them an order goes into. */
export const packingOperations: readonly Operation[] = [
  { ...of, id: "listCartons", method: "get", path: "/cartons", needs: "warehouse:read", answer: { kind: "page", of: "Carton" } },
  {
    ...of,
    id: "addCarton",
    method: "post",
    path: "/cartons",
    needs: "warehouse:write",
    body: addCartonSchema,
    status: 201,
    answer: { kind: "one", of: "Created" },
  },
  {
    ...of,
    id: "addUsualCartons",
    method: "post",
    path: "/cartons/usual",
    needs: "warehouse:write",
    answer: { kind: "one", of: "AddedCartons" },
  },
  {
    ...of,
    id: "changeCarton",
    method: "patch",
    path: "/cartons/{id}",
    needs: "warehouse:write",
    body: changeCartonSchema.omit({ id: true }),
    answer: { kind: "one", of: "Saved" },
  },
  {
    ...of,
    id: "suggestCartons",
    method: "get",
    path: "/fulfilments/{id}/cartons",
    needs: "warehouse:read",
    answer: { kind: "one", of: "CartonSuggestion" },
  },
];
