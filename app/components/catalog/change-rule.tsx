import { useTranslation } from "#app/i18n/use-translation.ts";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { moneyText } from "#app/i18n/parse-money.ts";
import type { ChangeTarget } from "./change-target.ts";

export type Asked = { rule: string; value: string; ending: string; currency: string };

type ChangeRuleProps = {
  target: ChangeTarget;
  asked: Asked;
  edit: (part: Partial<Asked>) => void;
  valueError: string | undefined;
};

/** What is to become of the listings: a rule and its value, or pause and back. */
export function ChangeRule(props: ChangeRuleProps) {
  const { t } = useTranslation("catalog");
  const { target, asked, edit } = props;
  if (target.kind !== "status") return <AmountRule {...props} kind={target.kind} />;
  const options = [
    { value: "0", label: t("changes.rules.status.paused") },
    { value: "1", label: t("changes.rules.status.active") },
  ];
  return (
    <Field label={t("changes.rule")} name="value" description={t("changes.statusHint")}>
      <NativeSelect value={asked.value} onChange={(event) => edit({ value: event.target.value })} options={options} />
    </Field>
  );
}

function AmountRule({ target, asked, edit, valueError, kind }: ChangeRuleProps & { kind: "price" | "stock" }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { currency } = asked;
  const rules = kind === "price" ? (["set", "amount", "percent", "suggested"] as const) : (["set", "amount", "percent"] as const);
  const example = asked.rule === "percent" ? "-5" : kind === "stock" ? "12" : moneyText(18_990, locale, currency);
  const isMoney = kind === "price" && (asked.rule === "set" || asked.rule === "amount");
  const unit = asked.rule === "percent" ? " (%)" : isMoney && target.currencies.length === 1 ? ` (${currency})` : "";
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field label={t("changes.rule")} name="rule">
        <NativeSelect
          value={asked.rule}
          onChange={(event) => edit({ rule: event.target.value })}
          options={rules.map((value) => ({ value, label: t(`changes.rules.${kind}.${value}`) }))}
        />
      </Field>
      {asked.rule === "suggested" ? null : (
        <Field
          label={`${t("changes.value")}${unit}`}
          name="value"
          required
          description={asked.rule === "set" ? undefined : t("changes.valueHint")}
          error={valueError === undefined ? undefined : t("changes.invalid", { example })}
        >
          <Input
            inputMode="text"
            maxLength={20}
            value={asked.value}
            autoComplete="off"
            onChange={(event) => edit({ value: event.target.value })}
          />
        </Field>
      )}
      {isMoney && target.currencies.length > 1 ? (
        <Field label={t("changes.currency")} name="currency" description={t("changes.currencyHint")}>
          <NativeSelect
            value={currency}
            onChange={(event) => edit({ currency: event.target.value })}
            options={target.currencies.map((value) => ({ value, label: value }))}
          />
        </Field>
      ) : null}
      {kind === "price" && asked.rule !== "set" ? (
        <Field
          label={t("changes.ending", { example: moneyText(90, locale, currency).slice(-3) })}
          name="ending"
          inline
          className="sm:col-span-2"
        >
          <Checkbox checked={asked.ending === "90"} onChange={(event) => edit({ ending: event.target.checked ? "90" : "exact" })} />
        </Field>
      ) : null}
    </div>
  );
}
