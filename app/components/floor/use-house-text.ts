import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Unanswered } from "./ask-house.ts";

/** Why the house did not do something, in words. */
export function useHouseText(): (asked: Unanswered) => string {
  const { t } = useTranslation(["floor", "errors"]);
  return (asked) => (asked.kind === "unanswered" ? t("wrong.offline") : t(`reasons.${asked.reason as "internal"}`, { ns: "errors" }));
}
