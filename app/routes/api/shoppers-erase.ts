import { eraseShoppers } from "#app/domain/collect/erase-shoppers.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/shoppers-erase.ts";

export const loader = methodNotAllowed;

/** POST tells what would go; with `isDry: false` it goes. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => eraseShoppers(ctx, await readJson(args.request)));
}
