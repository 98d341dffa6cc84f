import { readWorkspace, updateWorkspace } from "#app/domain/accounts/update-workspace.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/workspace.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => {
    const { id, name, locale, timeZone, currency, version } = await readWorkspace(ctx);
    return { id, name, locale, timeZone, currency, version };
  });
}

/** The whole of it, with the version that was read: a stale one is refused. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  const empty = { name: "", timeZone: "", currency: "", locale: "", version: "" };
  return handleApi(args, async ({ ctx }) => updateWorkspace(ctx, { ...empty, ...(await readJson(args.request)) }, { isOnboarding: false }));
}
