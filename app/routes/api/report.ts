import { readReport } from "#app/domain/warehouse/read-report.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/report.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readReport(ctx, { id: args.params.id }));
}

export const action = methodNotAllowed;
