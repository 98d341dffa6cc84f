import { readZoneLabels } from "#app/domain/warehouse/labels/read-zone-labels.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import { labelAnswer } from "./label-answer.ts";
import type { Route } from "./+types/zone-labels.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => labelAnswer(await readZoneLabels(ctx, { ...queryOf(args.request), id: args.params.id })));
}

export const action = methodNotAllowed;
