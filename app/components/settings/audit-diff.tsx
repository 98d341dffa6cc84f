import { useTranslation } from "#app/i18n/use-translation.ts";
import { languageOptions, themes } from "#app/components/shell/preference-options.ts";
import { cn } from "#app/components/ui/cn.ts";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { isRole } from "#app/domain/accounts/permissions.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { type DiffRow, diffRows } from "./audit-diff-rows.ts";
import { useAuditWords } from "./use-audit-words.ts";

type Values = Readonly<Record<string, unknown>> | null;

/** Field by field: what it was, what it became. The word says what the colours say. */
export function AuditDiff({ before, after }: { before: Values; after: Values }) {
  const { t } = useTranslation("settings");
  const rows = diffRows(before, after);
  if (rows.length === 0) return <p className="text-muted">{t("audit.noChanges")}</p>;
  return (
    <dl className="overflow-hidden rounded border border-line">
      {rows.map((row) => (
        <Field key={row.field} row={row} />
      ))}
    </dl>
  );
}

function Field({ row: { field, change, before, after } }: { row: DiffRow }) {
  const { t, i18n } = useTranslation("settings");
  const name = i18n.exists(`settings:audit.fields.${field}`) ? t(`audit.fields.${field as "name"}`) : field;
  const hasBefore = change === "changed" || change === "removed";
  return (
    <div className="border-b border-line px-3 py-2.5 last:border-b-0">
      <dt className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">{name}</span>
        <span className="text-xs text-faint">{t(`audit.change.${change}`)}</span>
      </dt>
      <dd className="mt-1 grid gap-1">
        {hasBefore ? (
          <Value field={field} value={before} label={t("audit.before")} className="bg-wrong-soft line-through decoration-wrong/60" />
        ) : null}
        {change === "removed" ? null : (
          <Value
            field={field}
            value={after}
            label={t("audit.after")}
            className={change === "same" ? "bg-sunken text-muted" : "bg-ok-soft"}
          />
        )}
      </dd>
    </div>
  );
}

function Value({ field, value, label, className }: { field: string; value: unknown; label: string; className: string }) {
  const words = useValueWords();
  return (
    <p className={cn("rounded-sm px-2 py-1 break-words whitespace-pre-wrap", className)}>
      <span className="sr-only">{label}: </span>
      {words(field, value)}
    </p>
  );
}

/** A value as its form would show it; what no form knows, as JSON. */
function useValueWords(): (field: string, value: unknown) => string {
  const { t } = useTranslation(["settings", "common"]);
  const { actionName } = useAuditWords();
  const locale = useLocale();
  const { timeZone } = usePageClock();
  return function words(field: string, value: unknown): string {
    if (value === null || value === undefined) return t("audit.nothing");
    if (value === "") return t("audit.empty");
    if (typeof value === "boolean") return t(value ? "yes" : "no", { ns: "common" });
    if (typeof value === "number") return isTime(field) ? formatDateTime(value, { locale, timeZone }) : String(value);
    if (Array.isArray(value)) return value.length === 0 ? t("audit.empty") : value.map((one) => words(field, one)).join(", ");
    if (typeof value !== "string") return JSON.stringify(value, null, 2);
    if (field === "role" && isRole(value)) return t(`roles.${value}.name`);
    if (field === "action") return actionName(value);
    if (field === "locale") return languageOptions.find((option) => option.value === value)?.label ?? value;
    const theme = field === "theme" ? themes.find((one) => one === value) : undefined;
    return theme === undefined ? value : t(`theme.${theme}`, { ns: "common" });
  };
}

function isTime(field: string): boolean {
  return field.endsWith("At") || field === "from" || field === "to";
}
