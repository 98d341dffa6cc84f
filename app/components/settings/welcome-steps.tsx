import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { CurrencyPicker, TimeZonePicker } from "./pick-or-type.tsx";

type StepProps = { problem: FormProblem | undefined };

/** What every new workspace begins with: nobody has chosen these, so a guess may stand in their place. */
const untouchedZones = new Set(["UTC", "America/Sao_Paulo"]);
const untouchedCurrencies = new Set(["USD", "BRL"]);

export function NameStep({ name, problem }: StepProps & { name: string }) {
  const { t } = useTranslation("settings");
  return (
    <>
      <p className="text-base text-muted">{t("welcome.name.text")}</p>
      <Field label={t("welcome.name.label")} name="name" required error={problem?.fields["name"]}>
        <Input defaultValue={name} maxLength={80} autoComplete="organization" autoFocus />
      </Field>
    </>
  );
}

export function TimeZoneStep({ saved, problem }: StepProps & { saved: string }) {
  const { t } = useTranslation("settings");
  const isHydrated = useHydrated();
  const [chosen, setChosen] = useState<string>();
  const guessed = isHydrated && untouchedZones.has(saved) ? new Intl.DateTimeFormat().resolvedOptions().timeZone : undefined;
  const zone = chosen ?? guessed ?? saved;
  const hint = zone === guessed && zone !== saved ? t("welcome.timeZone.guessed") : undefined;
  return (
    <>
      <p className="text-base text-muted">{t("welcome.timeZone.text")}</p>
      <Field
        label={t("welcome.timeZone.label")}
        name="timeZone"
        required
        description={isHydrated ? hint : t("zone.typed")}
        error={problem?.fields["timeZone"]}
      >
        <TimeZonePicker value={zone} onChange={setChosen} />
      </Field>
    </>
  );
}

export function CurrencyStep({ saved, guessed, problem }: StepProps & { saved: string; guessed: string | undefined }) {
  const { t } = useTranslation("settings");
  const locale = useLocale();
  const isHydrated = useHydrated();
  const suggested = guessed !== undefined && guessed !== saved && untouchedCurrencies.has(saved) ? guessed : undefined;
  const [currency, setCurrency] = useState(suggested ?? saved);
  const hint = currency === suggested ? t("welcome.currency.guessed") : undefined;
  return (
    <>
      <p className="text-base text-muted">{t("welcome.currency.text")}</p>
      <Field
        label={t("welcome.currency.label")}
        name="currency"
        required
        description={isHydrated ? hint : t("workspace.currencyTyped")}
        error={problem?.fields["currency"]}
      >
        <CurrencyPicker value={currency} onChange={setCurrency} />
      </Field>
      {/^[A-Z]{3}$/.test(currency) ? (
        <p className="text-muted">
          {t("welcome.currency.example", { amount: formatNumber(1234.5, locale, { style: "currency", currency }) })}
        </p>
      ) : null}
    </>
  );
}
