import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigation } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";

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
  const { location, formMethod } = useNavigation();
  const isLoading = location?.pathname === path && formMethod !== "POST";
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
      <ListFooter nextCursor={nextCursor} />
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
