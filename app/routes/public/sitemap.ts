import { depsContext } from "#app/middleware/contexts.ts";
import { sitemapXml } from "./crawling.ts";
import type { Route } from "./+types/sitemap.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { publicUrl } = context.get(depsContext).config;
  return new Response(sitemapXml(publicUrl), {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
