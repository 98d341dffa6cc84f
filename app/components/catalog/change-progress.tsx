import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import type { ListingChangeDetail } from "#app/domain/catalog/read-listing-change.server.ts";

/** Before this many nothing is said about the time left: the first ones tell little. */
const enoughToTell = 20;

/** How far a change is, how long it still takes, and a way to stop it. */
export function ChangeProgress({ change, mayCancel }: { change: ListingChangeDetail; mayCancel: boolean }) {
  const { t } = useTranslation("catalog");
  const { nowMs } = usePageClock();
  const done = change.applied + change.refused;
  const perItemMs = (nowMs - change.createdAt) / Math.max(1, done);
  const kind = change.kind === "stock" || change.kind === "status" ? change.kind : "price";
  const cancel = (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost">
          {t("changes.cancel")}
        </Button>
      }
      title={t("changes.cancelTitle")}
      description={t("changes.cancelText")}
      confirmLabel={t("changes.cancel")}
      form={{ fields: { intent: "cancel" } }}
    />
  );
  return (
    <Progress
      label={t(`changes.progress.${kind}`)}
      done={done}
      total={change.total}
      errors={change.refused}
      {...(done < enoughToTell ? {} : { timeLeftMs: Math.max(1_000, perItemMs * (change.total - done)) })}
      action={mayCancel ? cancel : null}
    />
  );
}
