import type { FieldErrors } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const reasons = ["required", "gtinInvalid", "binCodeInvalid", "plateInvalid", "labelTooSmall", "tooManyLabels"] as const;

/** Why a set of labels cannot be printed, in words. */
export function useLabelReason(): (fields: FieldErrors) => string {
  const { t } = useTranslation("labels");
  return (fields) => {
    const [field, found] = Object.entries(fields)[0] ?? [];
    const reason = reasons.find((one) => one === found) ?? "fieldInvalid";
    const about = (["lot", "expiresOn", "quantity", "copies"] as const).find((one) => one === (field === "count" ? "quantity" : field));
    return about === undefined ? t(`reasons.${reason}`) : `${t(about)}: ${t(`reasons.${reason}`)}`;
  };
}
