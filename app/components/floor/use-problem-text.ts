import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FloorAnswer } from "./floor-types.ts";

/** Why an answer refused, in words; the code of one that never came is "offline". */
export function useProblemText(answer: FloorAnswer | undefined, field: string): string | undefined {
  const { t } = useTranslation("floor");
  if (answer === undefined || answer.ok) return undefined;
  return answer.code === "offline" ? t("noConnection") : (answer.fields[field] ?? answer.error);
}
