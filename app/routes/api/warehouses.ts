import { createWarehouse } from "#app/domain/warehouse/create-warehouse.server.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/warehouses.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listWarehouses(ctx));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createWarehouse(ctx, { code: "", name: "", ...(await readJson(args.request)) }), {
    status: 201,
  });
}
