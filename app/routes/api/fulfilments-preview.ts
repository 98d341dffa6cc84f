import { previewRelease } from "#app/domain/warehouse/waves/preview-release.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/fulfilments-preview.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => previewRelease(ctx, { warehouseId: "", orderIds: [], ...(await readJson(args.request)) }));
}
