import { TrendingUp } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

export function TrendsEmpty({ state, isFiltered }: { state: string; isFiltered: boolean }) {
  const { t } = useTranslation("trends");
  const picture = <TrendingUp aria-hidden className="mx-auto size-10" />;
  if (isFiltered) {
    const to = state === "open" ? "/trends" : `/trends?state=${state}`;
    return (
      <EmptyState title={t("empty.filteredTitle")} picture={picture} action={<LinkButton to={to}>{t("empty.clear")}</LinkButton>}>
        {t("empty.filteredText")}
      </EmptyState>
    );
  }
  if (state === "watched" || state === "dismissed") {
    return (
      <EmptyState title={t(`empty.${state}Title`)} picture={picture}>
        {t(`empty.${state}Text`)}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("empty.title")}
      picture={picture}
      action={<LinkButton to="/agents/global-trends">{t("empty.toAgent")}</LinkButton>}
    >
      {t("empty.text")}
    </EmptyState>
  );
}
