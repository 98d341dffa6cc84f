import { useTranslation } from "#app/i18n/use-translation.ts";
import { guideSections } from "./guide-section.tsx";
import type { AreaOutline } from "./reference.ts";

const linkClass = "block py-1 text-muted hover:text-ink hover:underline";

type DocsNavigationProps = { areas: readonly AreaOutline[]; current: string | undefined };

/** Folded on narrow windows; it needs no script to open. */
export function DocsNavigation({ areas, current }: DocsNavigationProps) {
  const { t } = useTranslation("docs");
  const links = <Contents areas={areas} current={current} />;
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

function Contents({ areas, current }: DocsNavigationProps) {
  const { t } = useTranslation("docs");
  return (
    <ul>
      {guideSections.map((id) => (
        <li key={id}>
          <a href={`/docs/api#${id}`} className={linkClass}>
            {t(`sections.${id}`)}
          </a>
        </li>
      ))}
      <li className="mt-3">
        <a href="/docs/api#endpoints" className="label-caps block py-1 hover:underline">
          {t("sections.endpoints")}
        </a>
        <ul>
          {areas.map(({ tag, title, endpoints }) => (
            <li key={tag}>
              <a
                href={`/docs/api/${tag}`}
                aria-current={tag === current ? "page" : undefined}
                className={tag === current ? "block py-1 font-semibold text-ink hover:underline" : linkClass}
              >
                {title}
              </a>
              {tag === current ? (
                <ul className="border-l border-line pl-3">
                  {endpoints.map((endpoint) => (
                    <li key={endpoint.id}>
                      <a href={`#${endpoint.id}`} className={linkClass}>
                        {endpoint.title}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      </li>
    </ul>
  );
}
