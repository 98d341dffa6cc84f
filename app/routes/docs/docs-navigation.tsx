import { useTranslation } from "#app/i18n/use-translation.ts";
import { guideSections } from "./guide-section.tsx";
import type { EndpointView } from "./reference.ts";

const linkClass = "block py-1 text-muted hover:text-ink hover:underline";

type DocsNavigationProps = { groups: readonly { tag: string; title: string; endpoints: readonly EndpointView[] }[] };

/** Folded on narrow windows; it needs no script to open. */
export function DocsNavigation({ groups }: DocsNavigationProps) {
  const { t } = useTranslation("docs");
  const links = <Contents groups={groups} />;
  return (
    <>
      <nav aria-label={t("contents")} className="max-lg:hidden">
        <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto">{links}</div>
      </nav>
      <details className="rounded border border-line bg-raised px-4 py-2 lg:hidden">
        <summary className="py-1 font-semibold">{t("contents")}</summary>
        {links}
      </details>
    </>
  );
}

function Contents({ groups }: DocsNavigationProps) {
  const { t } = useTranslation("docs");
  return (
    <ul>
      {guideSections.map((id) => (
        <li key={id}>
          <a href={`#${id}`} className={linkClass}>
            {t(`sections.${id}`)}
          </a>
        </li>
      ))}
      {groups.map(({ tag, title, endpoints }) => (
        <li key={tag} className="mt-3">
          <a href={`#tag-${tag}`} className="label-caps block py-1 hover:underline">
            {title}
          </a>
          <ul>
            {endpoints.map((endpoint) => (
              <li key={endpoint.id}>
                <a href={`#${endpoint.id}`} className={linkClass}>
                  {endpoint.title}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
