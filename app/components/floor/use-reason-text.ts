import { useTranslation } from "#app/i18n/use-translation.ts";

/** Why a zone refused something, in words. */
export function useReasonText(): (reason: string | null) => string {
  const { t } = useTranslation(["floor", "errors"]);
  return (reason) => {
    if (reason === null) return "";
    if (reason === "shiftOver" || reason === "forbidden") return t(`refused.${reason}`);
    return t(`reasons.floor.${reason as "stale"}`, { ns: "errors" });
  };
}
