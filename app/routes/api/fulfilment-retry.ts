import { retryRelease } from "#app/domain/warehouse/fulfil/retry-release.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/fulfilment-retry.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => retryRelease(ctx, args.params));
}
