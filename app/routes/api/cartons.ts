import { addCarton } from "#app/domain/warehouse/packing/add-carton.server.ts";
import { listCartons } from "#app/domain/warehouse/packing/list-cartons.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/cartons.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listCartons(ctx));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  const blank = { name: "", lengthMm: "", widthMm: "", heightMm: "", weightGrams: "", maxWeightGrams: "" };
  return handleApi(args, async ({ ctx }) => addCarton(ctx, { ...blank, ...(await readJson(args.request)) }), { status: 201 });
}
