import { readOrganisation, saveOrganisation } from "#app/domain/meaning/organisation.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/organisation.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readOrganisation(ctx));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => saveOrganisation(ctx, await readJson(args.request)));
}
