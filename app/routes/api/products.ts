import { createProduct } from "#app/domain/catalog/create-product.server.ts";
import { listProducts } from "#app/domain/catalog/list-products.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/products.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listProducts(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createProduct(ctx, { title: "", variants: [], ...(await readJson(args.request)) }), {
    status: 201,
  });
}
