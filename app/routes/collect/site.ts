import { AppError, toAppError } from "#app/domain/errors.ts";
import { corsHeaders, preflightHeaders } from "#app/domain/sites/allowed-origin.ts";
import { readSiteSettings } from "#app/domain/sites/read-site-settings.server.ts";
import { depsContext, requestIdContext, visitorContext } from "#app/middleware/contexts.ts";
import { problemResponse } from "#app/routes/api/problem.ts";
import type { Route } from "./+types/site.ts";

/** How old a page may take what it heard to be. */
const maxAgeSeconds = 60;

/** What a client asks before it collects. Any page may read a refusal, so that whoever builds it in sees why. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const origin = request.headers.get("origin");
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: preflightHeaders(origin) });
  const answer = await answerSettings(new URL(request.url).searchParams.get("key") ?? "", origin, context);
  for (const [name, value] of Object.entries(corsHeaders(origin))) answer.headers.set(name, value);
  // Without it a page that asks for isolation from other hosts would not be let read it.
  answer.headers.set("cross-origin-resource-policy", "cross-origin");
  return answer;
}

async function answerSettings(key: string, origin: string | null, context: Route.LoaderArgs["context"]): Promise<Response> {
  try {
    const settings = await readSiteSettings(context.get(visitorContext), { key, origin });
    return Response.json(settings, { headers: { "cache-control": `public, max-age=${maxAgeSeconds}` } });
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) context.get(depsContext).logger.error({ event: "unexpected.error", where: "collect/site", error });
    return problemResponse(known, context.get(requestIdContext));
  }
}

export function action({ context }: Route.ActionArgs) {
  return problemResponse(new AppError("not_found", "endpointNotFound"), context.get(requestIdContext));
}
