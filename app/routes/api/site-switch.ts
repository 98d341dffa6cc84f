import { switchSite } from "#app/domain/sites/switch-site.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/site-switch.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    await switchSite(ctx, { ...(await readJson(args.request)), id: args.params.id });
    return { ok: true as const };
  });
}
