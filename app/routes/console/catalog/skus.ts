import { searchVariants } from "#app/domain/catalog/search-variants.server.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { Route } from "./+types/skus.ts";

/** SKUs to choose from, while somebody types. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "catalog:read");
  const search = new URL(args.request.url).searchParams.get("q")?.slice(0, 200) ?? "";
  return Response.json({ data: await orErrorPage(searchVariants(ctx, { search })) }, { headers: { "cache-control": "no-store" } });
}
