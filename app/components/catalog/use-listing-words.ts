import { useTranslation } from "#app/i18n/use-translation.ts";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { onSale } from "#app/domain/channels/remote.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";

const statusTones: Readonly<Record<string, StateTone>> = {
  active: "ok",
  paused: "watch",
  closed: "info",
  review: "wrong",
  inactive: "wrong",
};
const linkTones: Readonly<Record<string, StateTone>> = { linked: "ok", suggested: "watch", unlinked: "wrong", ignored: "info" };
const itemTones: Readonly<Record<string, StateTone>> = {
  waiting: "info",
  applied: "ok",
  accepted: "ok",
  refused: "wrong",
  cancelled: "info",
};

export const statusTone = (status: string): StateTone => statusTones[status] ?? "info";
export const linkTone = (state: string): StateTone => linkTones[state] ?? "info";
export const itemTone = (state: string): StateTone => itemTones[state] ?? "info";

/** Words for what is stored by key. A key of tomorrow is shown as it is, never as a hole. */
export function useListingWords() {
  const { t, i18n } = useTranslation("catalog");
  const locale = useLocale();
  const word = (path: string, key: string) => (i18n.exists(`catalog:${path}.${key}`) ? t(`${path}.${key}` as "title") : key);
  return {
    statusName: (status: string) => word("listings.statuses", status),
    statusText: (status: string) => (i18n.exists(`catalog:listings.statusTexts.${status}`) ? word("listings.statusTexts", status) : ""),
    reasonText: (reason: string) => word("listings.reasonWords", reason),
    conditionName: (condition: string) => word("listings.facts.conditions", condition),
    typeName: (type: string) => word("listings.facts.types", type),
    /** The marketplace's own sentence, where we have none for its key. */
    issueText: ({ key, text }: { key: string; text: string }) =>
      i18n.exists(`catalog:listings.facts.issueWords.${key}`) ? word("listings.facts.issueWords", key) : text,
    logisticName: (logistic: string) => word("listings.facts.logistics", logistic),
    linkName: (state: string) => word("listings.links", state),
    linkText: (state: string) => word("listings.links.text", state),
    byName: (by: string) => word("listings.links.by", by),
    refusalText: (reason: string) => word("changes.refusals", reason),
    itemStateName: (state: string) => word("changes.itemStates", state),
    changeStateName: (state: string) => word("changes.states", state),
    warningName: (warning: string) => word("changes.warnings", warning),
    obstacleName: (obstacle: string) =>
      word(i18n.exists(`catalog:changes.obstacles.${obstacle}`) ? "changes.obstacles" : "changes.refusals", obstacle),
    changeKindName: (kind: string) => word("changes.kinds", kind),
    /** A price, a number of pieces or a status, as it is written down in a change. */
    changedValue: (kind: string, value: number, currency: string) => {
      if (kind === "status") return word("listings.statuses", value === onSale ? "active" : "paused");
      return kind === "stock" || currency === "" ? formatNumber(value, locale) : formatMoney(value, currency, locale);
    },
  };
}
