import { depsContext } from "#app/middleware/contexts.ts";
import { robotsText } from "./crawling.ts";
import type { Route } from "./+types/robots.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { environment, publicUrl } = context.get(depsContext).config;
  return new Response(robotsText(environment, publicUrl), {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
