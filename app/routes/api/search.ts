import { searchAllTexts } from "#app/domain/meaning/search-texts.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/search.ts";

const empty = { q: "", kind: "" };

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => searchAllTexts(ctx, { ...empty, ...queryOf(args.request) }));
}

export const action = methodNotAllowed;
