import { useTranslation } from "#app/i18n/use-translation.ts";
import { SampleFeed } from "./sample-feed.tsx";
import { StartActions } from "./start-actions.tsx";

export function Hero({ hasDemo, nowMs }: { hasDemo: boolean; nowMs: number }) {
  const { t } = useTranslation("landing");
  return (
    <section className="mx-auto grid max-w-6xl items-center gap-x-16 gap-y-12 px-4 py-12 sm:px-6 lg:grid-cols-[7fr_6fr] lg:py-20">
      <div className="grid gap-6">
        <h1 className="ledger-rule max-w-xl pb-6 text-2xl font-semibold tracking-tight max-sm:text-[2rem]">{t("hero.title")}</h1>
        <p className="max-w-xl text-lg text-ink">{t("hero.lead")}</p>
        <p className="max-w-xl text-base text-muted">{t("hero.status")}</p>
        <StartActions hasDemo={hasDemo} />
      </div>
      <SampleFeed nowMs={nowMs} />
    </section>
  );
}
