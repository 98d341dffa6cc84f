import { createPairing } from "#app/domain/floor/create-pairing.server.ts";
import { listDevices } from "#app/domain/floor/list-devices.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/tablets.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listDevices(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createPairing(ctx, { warehouseId: "", name: "", ...(await readJson(args.request)) }), {
    status: 201,
  });
}
