import { Check as Mark, X } from "lucide-react";
import type { Check, Field } from "#app/domain/conditions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useConditionWords } from "./use-condition-words.ts";

/** Each condition as it was looked at: what was found, and what was asked. */
export function CheckList({ checks, fields }: { checks: readonly Check[]; fields: readonly Field[] }) {
  const { t } = useTranslation("triggers");
  const { fieldOf, isOf, valueOf } = useConditionWords();
  if (checks.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-sm">
      {checks.map(({ field, is, value, found, passes }) => (
        <li key={`${field} ${is} ${value}`} className="flex items-start gap-2">
          {passes ? (
            <Mark aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
          ) : (
            <X aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          )}
          <span className="min-w-0 break-words">
            {t("test.found", {
              field: fieldOf(field),
              found: found === null ? t("test.missing") : valueOf(field, found, fields),
              is: isOf(is),
              value: valueOf(field, value, fields),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
