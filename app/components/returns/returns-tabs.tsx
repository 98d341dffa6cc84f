import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

export const returnTabs = ["open", "expected", "arrived", "inspected", "closed", "called-off"] as const;
export type ReturnTab = (typeof returnTabs)[number];

/** What is over is history and not counted. */
export function ReturnsTabs({ tab, counts }: { tab: ReturnTab; counts: Record<string, number> }) {
  const { t } = useTranslation("returns");
  const tabs = returnTabs.map((name) => ({
    to: name === "open" ? "/warehouse/returns" : `/warehouse/returns?state=${name}`,
    label: t(`tabs.${name}`),
    current: tab === name,
    ...(counts[name] ? { count: counts[name] } : {}),
  }));
  return <LinkTabs label={t("tabsLabel")} tabs={tabs} />;
}
