import { useTranslation } from "#app/i18n/use-translation.ts";
import { PublicLayout } from "#app/components/shell/public-layout.tsx";
import { errorStatuses } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { depsContext, localeContext } from "#app/middleware/contexts.ts";
import { openApiDocument } from "#app/routes/api/openapi/document.server.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { pageCard } from "#app/routes/public/page-card.ts";
import { DocsNavigation } from "./docs-navigation.tsx";
import { EndpointCard } from "./endpoint-card.tsx";
import { type ErrorRow, Guide } from "./guide.tsx";
import { Prose } from "./prose.tsx";
import { endpointsByTag } from "./reference.ts";
import type { Route } from "./+types/api.ts";

export const handle = { i18n: ["docs"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => (loaderData === undefined ? [] : pageCard(loaderData.card));
export const headers: Route.HeadersFunction = () => ({ vary: "accept-language, cookie" });

export async function loader({ context }: Route.LoaderArgs) {
  const { publicUrl: origin, version, environment } = context.get(depsContext).config;
  const locale = context.get(localeContext);
  const t = await getTranslator(locale, "docs");
  const document = await openApiDocument({ origin, version, locale });
  const statuses = { ...errorStatuses, internal: 500 };
  const errors = (Object.keys(statuses) as (keyof typeof statuses)[]).map((code): ErrorRow => ({
    code,
    status: statuses[code],
    meaning: t(`errors.codes.${code}`),
  }));
  const groups = endpointsByTag(document, origin).map((group) => ({
    ...group,
    title: t(`tags.${group.tag as "start"}.title`),
    text: t(`tags.${group.tag as "start"}.text`),
  }));
  const card = { title: t("metaTitle"), description: t("metaDescription"), origin, path: "/docs/api", locale };
  return { origin, hasDemo: environment === "local", errors, groups, card };
}

export default function ApiDocs({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("docs");
  const { origin, hasDemo, errors, groups } = loaderData;
  return (
    <PublicLayout links={[{ to: "/docs/api", label: t("title") }]}>
      <div className="mx-auto grid max-w-6xl gap-x-12 gap-y-8 px-4 py-10 grid-cols-[minmax(0,1fr)] sm:px-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <DocsNavigation groups={groups} />
        <div className="grid min-w-0 gap-10">
          <header>
            <h1 className="ledger-rule pb-4 text-2xl font-semibold tracking-tight">{t("metaTitle")}</h1>
            <Prose text={t("lead")} className="mt-4 max-w-prose text-base" />
            <a href="/openapi.json" className="mt-3 inline-block text-base text-accent underline underline-offset-4">
              {t("openapi")}
            </a>
          </header>
          <Guide origin={origin} hasDemo={hasDemo} errors={errors} />
          <section aria-labelledby="endpoints" className="grid gap-8">
            <h2 id="endpoints" className="scroll-mt-4 border-b border-line pb-2 text-lg font-semibold">
              {t("sections.endpoints")}
            </h2>
            {groups.map(({ tag, title, text, endpoints }) => (
              <section key={tag} aria-labelledby={`tag-${tag}`} className="grid gap-4">
                <div>
                  <h3 id={`tag-${tag}`} className="scroll-mt-4 text-base font-semibold text-brass">
                    {title}
                  </h3>
                  <p className="text-muted">{text}</p>
                </div>
                {endpoints.map((endpoint) => (
                  <EndpointCard key={endpoint.id} endpoint={endpoint} />
                ))}
              </section>
            ))}
          </section>
        </div>
      </div>
    </PublicLayout>
  );
}
