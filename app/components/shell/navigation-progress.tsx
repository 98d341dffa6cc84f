import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigation } from "react-router";

/** A line on top for what takes longer than 300 ms; the delay is the animation's own, so quick pages never show it. */
export function NavigationProgress() {
  const { t } = useTranslation("shell");
  const isBusy = useNavigation().state !== "idle";
  return (
    <output aria-live="polite" className="block pointer-events-none fixed inset-x-0 top-0 z-50 h-[3px]">
      {isBusy ? (
        <>
          <div className="h-full origin-left animate-arrive bg-accent opacity-0" />
          <span className="sr-only">{t("loadingPage")}</span>
        </>
      ) : null}
    </output>
  );
}
