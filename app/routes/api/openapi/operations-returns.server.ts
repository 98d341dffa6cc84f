import { createReturnSchema, inspectReturnSchema, listReturnsSchema, takeInReturnSchema } from "#app/domain/warehouse/returns/schemas.ts";
import type { Operation } from "./operations.server.ts";

const about = { tag: "warehouse" } as const;
const done = { kind: "one", of: "Done" } as const;

/** Goods that come back. */
export const returnsOperations: readonly Operation[] = [
  {
    id: "listReturns",
    method: "get",
    path: "/returns",
    ...about,
    needs: "warehouse:read",
    query: listReturnsSchema,
    answer: { kind: "page", of: "Return" },
  },
  {
    id: "createReturn",
    method: "post",
    path: "/returns",
    ...about,
    needs: "floor:work",
    body: createReturnSchema,
    status: 201,
    answer: { kind: "one", of: "Created" },
  },
  {
    id: "readReturn",
    method: "get",
    path: "/returns/{id}",
    ...about,
    needs: "warehouse:read",
    answer: { kind: "one", of: "ReturnDetail" },
  },
  {
    id: "takeInReturn",
    method: "post",
    path: "/returns/{id}/take-in",
    ...about,
    needs: "floor:work",
    body: takeInReturnSchema.omit({ id: true }),
    answer: done,
  },
  {
    id: "inspectReturn",
    method: "post",
    path: "/returns/{id}/inspect",
    ...about,
    needs: "floor:work",
    body: inspectReturnSchema.omit({ id: true }),
    answer: done,
  },
  { id: "closeReturn", method: "post", path: "/returns/{id}/close", ...about, needs: "warehouse:write", answer: done },
  { id: "callOffReturn", method: "post", path: "/returns/{id}/call-off", ...about, needs: "warehouse:write", answer: done },
  {
    id: "readReturnable",
    method: "get",
    path: "/orders/{id}/returnable",
    ...about,
    needs: "warehouse:read",
    answer: { kind: "one", of: "Returnable" },
  },
];
