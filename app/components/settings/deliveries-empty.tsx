import { useTranslation } from "#app/i18n/use-translation.ts";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";

/** Shows what a failed delivery would look like, so that people know it when one comes. */
export function DeliveriesEmpty() {
  const { t } = useTranslation("settings");
  return (
    <EmptyState
      title={t("deliveries.emptyTitle")}
      picture={
        <div className="grid gap-1 rounded border border-dashed border-line-strong px-4 py-3 text-left">
          <p className="label-caps">{t("deliveries.emptyExample")}</p>
          <p className="text-muted">{t("deliveries.exampleReason")}</p>
          <p>
            <CodeTag value={t("deliveries.exampleQueue")} />
          </p>
        </div>
      }
    >
      {t("deliveries.emptyText")}
    </EmptyState>
  );
}
