import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";

/** The last one is where we are; it needs no link. On a phone there is room for it and for the way up. */
export type Crumb = { label: string; to?: string | undefined };

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation("ui");
  const above = crumbs.at(-2);
  return (
    <nav aria-label={t("breadcrumb")} className="flex min-w-0 items-center">
      {above?.to === undefined ? null : (
        <Link
          to={above.to}
          aria-label={t("backTo", { page: above.label })}
          className="-ml-2 grid size-9 shrink-0 place-items-center text-muted hover:text-ink sm:hidden pointer-coarse:size-11"
        >
          <ChevronLeft aria-hidden className="size-5" />
        </Link>
      )}
      <ol className="flex min-w-0 items-center gap-1.5">
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li
              key={crumb.to ?? crumb.label}
              className={isLast ? "flex min-w-0 items-center gap-1.5" : "hidden items-center gap-1.5 sm:flex"}
            >
              {index > 0 ? <ChevronRight aria-hidden className="hidden size-3.5 shrink-0 text-faint sm:block" /> : null}
              {isLast || !crumb.to ? (
                <bdi aria-current={isLast ? "page" : undefined} title={crumb.label} className="truncate font-semibold">
                  {crumb.label}
                </bdi>
              ) : (
                <Link to={crumb.to} className="whitespace-nowrap text-muted hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
