import type { MetaDescriptor } from "react-router";
import type { Locale } from "#app/i18n/locales.ts";

export type PageCard = { title: string; description: string; origin: string; path: string; locale: Locale };

const openGraphLocales = { en: "en_US", "pt-BR": "pt_BR" } as const satisfies Record<Locale, string>;

/** What search engines and link previews read. Addresses are the public ones, whatever host answered. */
export function pageCard({ title, description, origin, path, locale }: PageCard): MetaDescriptor[] {
  const url = `${origin}${path}`;
  const image = `${origin}/og-image.png`;
  return [
    { title },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: "Entrepot" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: url },
    { property: "og:image", content: image },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:locale", content: openGraphLocales[locale] },
    ...Object.values(openGraphLocales)
      .filter((other) => other !== openGraphLocales[locale])
      .map((other) => ({ property: "og:locale:alternate", content: other })),
    { name: "twitter:card", content: "summary_large_image" },
    { name: "twitter:title", content: title },
    { name: "twitter:description", content: description },
    { name: "twitter:image", content: image },
    ...(path === "/" ? [{ "script:ld+json": siteFacts(origin, description) }] : []),
  ];
}

function siteFacts(origin: string, description: string) {
  const organization = { "@type": "Organization", "@id": `${origin}/#organization`, name: "Entrepot", url: origin, logo: `${origin}/touch-icon.png` };
  const application = {
    "@type": "SoftwareApplication",
    name: "Entrepot",
    url: origin,
    description,
    applicationCategory: "BusinessApplication",
    operatingSystem: "Web",
    inLanguage: ["en", "pt-BR"],
    publisher: { "@id": organization["@id"] },
  };
  return { "@context": "https://schema.org", "@graph": [organization, application] };
}
