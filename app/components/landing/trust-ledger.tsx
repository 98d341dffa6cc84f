import { useTranslation } from "#app/i18n/use-translation.ts";
import { type LandingState, StateMark } from "./state-mark.tsx";

const rules: readonly { rule: "audit" | "isolation" | "explainable" | "budgets"; state: LandingState }[] = [
  { rule: "audit", state: "open" },
  { rule: "isolation", state: "open" },
  { rule: "explainable", state: "open" },
  { rule: "budgets", state: "open" },
];

/** Set like a ledger: the entry, what it says, and how much of it stands today. */
export function TrustLedger() {
  const { t } = useTranslation("landing");
  return (
    <section aria-labelledby="trust" className="border-t border-line">
      <div className="mx-auto grid max-w-6xl gap-x-16 gap-y-8 px-4 py-12 sm:px-6 lg:grid-cols-[1fr_2fr] lg:py-16">
        <div>
          <h2 id="trust" className="text-xl font-semibold">
            {t("trust.title")}
          </h2>
          <p className="mt-2 text-base text-muted">{t("trust.lead")}</p>
        </div>
        <ul className="border-y-4 border-double border-line-strong">
          {rules.map(({ rule, state }) => (
            <li
              key={rule}
              className="grid gap-x-6 gap-y-1 border-b border-line py-4 last:border-b-0 sm:grid-cols-[10rem_1fr_7.5rem] sm:items-baseline"
            >
              <h3 className="text-base font-semibold">{t(`trust.${rule}.title`)}</h3>
              <p className="text-base text-muted">{t(`trust.${rule}.text`)}</p>
              <p className="sm:justify-self-end">
                <StateMark state={state} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
