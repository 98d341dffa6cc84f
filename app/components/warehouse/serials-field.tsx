import { Field } from "#app/components/ui/field.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { repeatedSerials, splitSerials } from "#app/domain/warehouse/serial-list.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type SerialsFieldProps = {
  text: string;
  onChange: (text: string) => void;
  /** The quantity as typed. */
  needed: string;
  isRequired: boolean;
  error: string | undefined;
};

/** Serial numbers of what comes in: as many as units, each once, said while one types. */
export function SerialsField({ text, onChange, needed, isRequired, error }: SerialsFieldProps) {
  const { t } = useTranslation("warehouse");
  const serials = splitSerials(text);
  const twice = repeatedSerials(serials);
  const need = /^\d+$/.test(needed.trim()) ? Number(needed) : 0;
  const off = need - serials.length;
  const isCounted = need > 0 && (serials.length > 0 || isRequired);
  const counted = off > 0 ? t("serialsMissing", { count: off }) : off < 0 ? t("serialsTooMany", { count: -off }) : undefined;
  const wrong = twice.length > 0 ? t("serialsTwice", { serials: twice.join(", ") }) : isCounted && serials.length > 0 ? counted : undefined;
  return (
    <Field
      label={t("serials")}
      name="serials"
      required={isRequired}
      optional={!isRequired}
      className="sm:col-span-2"
      description={need === 0 ? t("serialsHint") : `${t("serialsHint")} ${t("serialsHave", { have: serials.length, need })}`}
      error={wrong ?? error}
    >
      <Textarea rows={3} spellCheck={false} className="font-mono" value={text} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
