import { Lightbulb } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";

type AdviceEmptyProps = { state: string; isFiltered: boolean; hasChannels: boolean };

export function AdviceEmpty({ state, isFiltered, hasChannels }: AdviceEmptyProps) {
  const { t } = useTranslation("advice");
  const lamp = <Lightbulb aria-hidden className="mx-auto size-10" />;
  if (isFiltered) {
    const to = state === "open" ? "/recommendations" : `/recommendations?state=${state}`;
    return (
      <EmptyState title={t("empty.filteredTitle")} picture={lamp} action={<LinkButton to={to}>{t("empty.clear")}</LinkButton>}>
        {t("empty.filteredText")}
      </EmptyState>
    );
  }
  if (state === "applied" || state === "dismissed") {
    return (
      <EmptyState title={t(`empty.${state}Title`)} picture={lamp}>
        {t(`empty.${state}Text`)}
      </EmptyState>
    );
  }
  if (hasChannels) {
    return (
      <EmptyState title={t("empty.title")} picture={lamp}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("empty.connectTitle")}
      picture={<EmptyShelf />}
      action={
        <LinkButton to="/channels" variant="primary">
          {t("empty.connect")}
        </LinkButton>
      }
    >
      {t("empty.connectText")}
    </EmptyState>
  );
}
