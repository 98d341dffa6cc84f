import { readProductLabels } from "#app/domain/warehouse/labels/read-product-labels.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import { labelAnswer } from "./label-answer.ts";
import type { Route } from "./+types/product-labels.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => labelAnswer(await readProductLabels(ctx, { ...queryOf(args.request), id: args.params.id })));
}

export const action = methodNotAllowed;
