import { createReturn } from "#app/domain/warehouse/returns/create-return.server.ts";
import { listReturns } from "#app/domain/warehouse/returns/list-returns.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/returns.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listReturns(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  const nothing = { reason: "other", lines: [] };
  return handleApi(args, async ({ ctx }) => createReturn(ctx, { ...nothing, ...(await readJson(args.request)) }), { status: 201 });
}
