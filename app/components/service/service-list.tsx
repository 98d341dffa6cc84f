import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigation, useSearchParams } from "react-router";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardFooter } from "#app/components/ui/card.tsx";
import { cursorHref } from "#app/components/ui/data-table/table-url.ts";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";

type ServiceListProps = {
  label: string;
  path: string;
  bar: ReactNode;
  nextCursor: string | null;
  isEmpty: boolean;
  /** Shown instead of the rows when there are none. */
  empty: ReactNode;
  children: ReactNode;
};

/** A list of things people wrote, with its filters above and its pages below. */
export function ServiceList({ label, path, bar, nextCursor, isEmpty, empty, children }: ServiceListProps) {
  const [query] = useSearchParams();
  const { location, formMethod } = useNavigation();
  const isLoading = location?.pathname === path && formMethod !== "POST";
  const isFirstPage = !query.has("cursor");
  return (
    <Card>
      {bar}
      {isEmpty ? (
        empty
      ) : (
        <ul aria-label={label} aria-busy={isLoading || undefined} className={isLoading ? "opacity-60" : undefined}>
          {children}
        </ul>
      )}
      {isFirstPage && nextCursor === null ? null : (
        <CardFooter className="block">
          <Pagination
            previousTo={isFirstPage ? undefined : cursorHref(query, undefined)}
            previousIsFirst
            nextTo={nextCursor === null ? undefined : cursorHref(query, nextCursor)}
          />
        </CardFooter>
      )}
    </Card>
  );
}

export function Teaching({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation("service");
  return (
    <EmptyState
      title={title}
      picture={<EmptyShelf />}
      action={
        <LinkButton to="/channels" variant="primary">
          {t("connect")}
        </LinkButton>
      }
    >
      {text}
    </EmptyState>
  );
}

export function NoMatch({ clearTo }: { clearTo: string }) {
  const { t } = useTranslation("service");
  return <EmptyState title={t("noMatch")} action={<LinkButton to={clearTo}>{t("clearFilters")}</LinkButton>} />;
}
