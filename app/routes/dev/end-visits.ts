import { data } from "react-router";
import { depsContext } from "#app/middleware/contexts.ts";
import { endAllVisits } from "#app/worker/end-visits.server.ts";
import type { Route } from "./+types/end-visits.ts";

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}

/** Local only: every visit that goes on is over at once, as if its hour had passed; with `?day=over` the day is counted too. */
export async function action({ context, request }: Route.ActionArgs) {
  const deps = context.get(depsContext);
  if (deps.config.environment !== "local") throw data({ code: "not_found" }, { status: 404 });
  const isDayOver = new URL(request.url).searchParams.get("day") === "over";
  return Response.json({ ended: await endAllVisits(deps, { isDayOver }) });
}
