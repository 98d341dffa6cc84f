import { archiveProducts } from "#app/domain/catalog/archive-products.server.ts";
import { readProduct } from "#app/domain/catalog/read-product.server.ts";
import { updateProduct } from "#app/domain/catalog/update-product.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/product.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readProduct(ctx, { id: args.params.id }));
}

/** DELETE archives: nothing that was sold is ever lost. */
export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => updateProduct(ctx, { version: "", ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, ({ ctx }) => archiveProducts(ctx, { ids: [id], isArchived: true }));
    default:
      return methodNotAllowed(args);
  }
}
