import { readIngest } from "#app/domain/collect/read-ingest.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/collect-health.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readIngest(ctx));
}

export const action = methodNotAllowed;
