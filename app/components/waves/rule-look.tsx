import { useLocale } from "#app/components/ui/use-locale.ts";
import type { RuleLook } from "#app/domain/warehouse/waves/look-at-rule.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ReleasePreviewCard } from "./release-preview.tsx";

/** What a rule would do at this moment, and why. */
export function RuleLookPanel({ look: { isDue, reason, waiting, orders, preview } }: { look: RuleLook }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const count = orders.length;
  return (
    <output className="grid gap-4 border-t border-line p-5">
      <div>
        <p className="font-semibold">{isDue ? t("wouldRelease", { count, shown: formatNumber(count, locale) }) : t("wouldNothing")}</p>
        <p className="text-muted">
          {t(`reasons.${reason}`)} {isDue ? null : t("waitingNow", { count: waiting, shown: formatNumber(waiting, locale) })}
        </p>
      </div>
      {preview === null ? null : <ReleasePreviewCard preview={preview} />}
    </output>
  );
}
