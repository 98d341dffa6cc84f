import { exportDashboard } from "#app/domain/artifacts/export-answers.server.ts";
import { answersFile } from "./answers-file.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/dashboard-file.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => answersFile(await exportDashboard(ctx, { ...queryOf(args.request), id: args.params.id })));
}

export const action = methodNotAllowed;
