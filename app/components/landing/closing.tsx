import { useTranslation } from "#app/i18n/use-translation.ts";
import { StartActions } from "./start-actions.tsx";

export function Closing({ hasDemo }: { hasDemo: boolean }) {
  const { t } = useTranslation("landing");
  return (
    <section aria-labelledby="close" className="border-t border-line bg-sunken">
      <div className="mx-auto grid max-w-6xl gap-x-16 gap-y-6 px-4 py-12 sm:px-6 lg:grid-cols-2 lg:items-center lg:py-16">
        <div>
          <h2 id="close" className="text-xl font-semibold">
            {t("close.title")}
          </h2>
          <p className="mt-2 max-w-prose text-base text-muted">{t(hasDemo ? "close.demoText" : "close.signUpText")}</p>
        </div>
        <StartActions hasDemo={hasDemo} />
      </div>
    </section>
  );
}
