import { useTranslation } from "#app/i18n/use-translation.ts";
import { Crate, type CrateStencil } from "./crate.tsx";
import { type LandingState, StateMark } from "./state-mark.tsx";

const jobs: readonly { job: CrateStencil; state: LandingState }[] = [
  { job: "sell", state: "open" },
  { job: "floor", state: "open" },
  { job: "shoppers", state: "partly" },
  { job: "questions", state: "open" },
  { job: "agents", state: "open" },
];

/** Five crates on one beam: one ledger under five jobs. */
export function JobsShelf() {
  const { t } = useTranslation("landing");
  return (
    <section aria-labelledby="jobs" className="border-y border-line bg-sunken">
      <div className="mx-auto max-w-6xl px-4 py-12 sm:px-6 lg:py-16">
        <h2 id="jobs" className="text-xl font-semibold">
          {t("jobs.title")}
        </h2>
        <p className="mt-2 max-w-2xl text-base text-muted">{t("jobs.lead")}</p>
        <ol className="mt-10 grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5 lg:gap-x-0">
          {jobs.map(({ job, state }) => (
            <li key={job} className="grid grid-cols-[5.5rem_1fr] gap-x-4 lg:block">
              <div className="self-start border-b-4 border-double border-line-strong">
                <Crate stencil={job} className="block w-22 lg:w-28" />
              </div>
              <div className="min-w-0 lg:pt-4 lg:pr-6">
                <h3 className="text-base font-semibold">{t(`jobs.${job}.title`)}</h3>
                <p className="mt-1 text-base text-muted">{t(`jobs.${job}.text`)}</p>
                <p className="mt-2">
                  <StateMark state={state} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
