import { listProductShoppers } from "#app/domain/interactions/list-product-shoppers.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/product-shoppers.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listProductShoppers(ctx, { ...queryOf(args.request), id: args.params.id }));
}

export const action = methodNotAllowed;
