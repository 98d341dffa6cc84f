import { depsContext } from "#app/middleware/contexts.ts";
import { openApiDocument } from "#app/routes/api/openapi/document.server.ts";
import type { Route } from "./+types/openapi.ts";

/** Machines get English, like the problems of the API. Anybody's tools may read it. */
export async function loader({ context }: Route.LoaderArgs) {
  const { publicUrl, version } = context.get(depsContext).config;
  const document = await openApiDocument({ origin: publicUrl, version, locale: "en" });
  return Response.json(document, { headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" } });
}
