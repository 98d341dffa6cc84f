/** The pages made for strangers; everything else is behind a session, a key or a mailed link. */
const publicPages = ["/", "/docs/api", "/signup", "/login"] as const;

const closedPaths = [
  "/api/",
  "/dev/",
  "/parties/",
  "/hooks/",
  "/collect/",
  "/overview",
  "/activity",
  "/notifications",
  "/settings",
  "/floor",
  "/welcome",
  "/confirm/",
  "/reset/",
  "/invite/",
  "/demo",
  "/logout",
  "/preferences",
] as const;

/** Staging looks like the product but is not it: nothing of it may be found by searching. */
export function robotsText(environment: "local" | "staging" | "production", origin: string): string {
  const rules = environment === "staging" ? ["Disallow: /"] : closedPaths.map((path) => `Disallow: ${path}`);
  return ["User-agent: *", ...rules, "", `Sitemap: ${origin}/sitemap.xml`, ""].join("\n");
}

export function sitemapXml(origin: string): string {
  const urls = publicPages.map((path) => `  <url><loc>${origin}${path}</loc></url>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}
