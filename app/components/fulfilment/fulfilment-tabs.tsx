import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

export const stages = ["release", "picking", "picked", "packed", "shipped"] as const;
export type Stage = (typeof stages)[number];

/** The way of an order through the house, each stage with how many stand there. What has left is history and not counted. */
export function FulfilmentTabs({ stage, counts }: { stage: Stage; counts: Record<string, number> }) {
  const { t } = useTranslation("fulfilment");
  const countOf: Record<Stage, number | undefined> = {
    release: counts["owed"],
    picking: (counts["picking"] ?? 0) + (counts["releasing"] ?? 0),
    picked: counts["picked"],
    packed: counts["packed"],
    shipped: undefined,
  };
  const tabs = stages.map((name) => ({
    to: name === "release" ? "/warehouse/orders" : `/warehouse/orders?stage=${name}`,
    label: t(`tabs.${name}`),
    current: stage === name,
    ...(countOf[name] ? { count: countOf[name] } : {}),
  }));
  return <LinkTabs label={t("tabsLabel")} tabs={tabs} />;
}
