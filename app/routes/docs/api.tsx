import { errorStatuses } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { pageCard } from "#app/routes/public/page-card.ts";
import { DocsFrame } from "./docs-frame.tsx";
import { type ErrorRow, Guide } from "./guide.tsx";
import { readReference } from "./read-reference.server.ts";
import type { AreaOutline } from "./reference.ts";
import type { Route } from "./+types/api.ts";

export const handle = { i18n: ["docs"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => (loaderData === undefined ? [] : pageCard(loaderData.card));
export const headers: Route.HeadersFunction = () => ({ vary: "accept-language, cookie" });

export async function loader({ context }: Route.LoaderArgs) {
  const { origin, locale, t, hasDemo, areas } = await readReference(context);
  const statuses = { ...errorStatuses, internal: 500 };
  const errors = (Object.keys(statuses) as (keyof typeof statuses)[]).map((code): ErrorRow => ({
    code,
    status: statuses[code],
    meaning: t(`errors.codes.${code}`),
  }));
  const card = { title: t("metaTitle"), description: t("metaDescription"), origin, path: "/docs/api", locale };
  return { origin, hasDemo, errors, areas, card };
}

export default function ApiDocs({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("docs");
  const { origin, hasDemo, errors, areas } = loaderData;
  return (
    <DocsFrame areas={areas} title={t("metaTitle")} lead={t("lead")}>
      <Guide origin={origin} hasDemo={hasDemo} errors={errors} />
      <section aria-labelledby="endpoints" className="grid gap-8">
        <h2 id="endpoints" className="scroll-mt-4 border-b border-line pb-2 text-lg font-semibold">
          {t("sections.endpoints")}
        </h2>
        {areas.map((area) => (
          <AreaSummary key={area.tag} area={area} />
        ))}
      </section>
    </DocsFrame>
  );
}

/** Each endpoint keeps its anchor here too: an address with only its name leads to where one click opens it. */
function AreaSummary({ area: { tag, title, text, endpoints } }: { area: AreaOutline }) {
  return (
    <section aria-labelledby={`tag-${tag}`} className="grid gap-2">
      <div>
        <h3 id={`tag-${tag}`} className="scroll-mt-4 text-base font-semibold">
          <a href={`/docs/api/${tag}`} className="text-brass underline underline-offset-4 hover:no-underline">
            {title}
          </a>
        </h3>
        <p className="text-muted">{text}</p>
      </div>
      <ul className="border-t border-line">
        {endpoints.map(({ id, title: name, method, path }) => (
          <li key={id} id={id} className="grid scroll-mt-4 gap-x-4 border-b border-line py-2 target:bg-accent-soft sm:grid-cols-2">
            <a href={`/docs/api/${tag}#${id}`} className="hover:underline">
              {name}
            </a>
            <span className="font-mono text-sm wrap-anywhere text-muted">
              <span className="font-semibold text-accent">{method}</span> {path}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
