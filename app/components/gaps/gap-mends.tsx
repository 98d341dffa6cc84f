import { TrendingDown, TrendingUp, Wrench } from "lucide-react";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What mends a complaint, and whether it helped once somebody did. */
export function GapMends({ gap: { fix, mending, before, after } }: { gap: ReviewGap }) {
  const { t } = useTranslation("gaps");
  const Icon = mending === "fell" ? TrendingDown : mending === "rose" ? TrendingUp : undefined;
  return (
    <div className="grid max-w-prose gap-1 rounded-md bg-sunken px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <Wrench aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="text-sm text-muted">{t("mends")}</span>
        <span className="font-medium">{t(`targets.${fix.target}`)}</span>
      </p>
      {fix.sentence === null ? (
        fix.known === null ? null : (
          <p className="text-sm break-words text-muted">{t("known", { known: fix.known })}</p>
        )
      ) : (
        <p className="break-words">{t("sentence", { sentence: fix.sentence })}</p>
      )}
      {mending === null || before === null || after === null ? null : (
        <p className="flex items-start gap-2 border-t border-line pt-2">
          {Icon === undefined ? null : <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />}
          {t(`mending.${mending}`, { found: after.found, of: after.of, foundBefore: before.found, ofBefore: before.of })}
        </p>
      )}
    </div>
  );
}
