import { RotateCw } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FetcherWithComponents } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { DeadLetter } from "#app/domain/deliveries/list-dead-letters.server.ts";
import { formatDateTime } from "#app/i18n/format.ts";

type DeliveryRowProps = {
  letter: DeadLetter;
  mayWrite: boolean;
  fetcher: Pick<FetcherWithComponents<unknown>, "Form" | "formData" | "submit">;
};

/** What a message carried is not shown: it may hold other people's data. Its reason says what to look at. */
export function DeliveryRow({ letter, mayWrite, fetcher }: DeliveryRowProps) {
  const { t } = useTranslation("settings");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const when = formatDateTime(letter.createdAt, { locale, timeZone });
  function dismiss() {
    void fetcher.submit({ id: letter.id, resolution: "dismiss" }, { method: "post", action: "/settings/deliveries" });
  }
  if (fetcher.formData?.get("id") === letter.id) return null;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="grid min-w-0 grow basis-72 gap-1">
        <p className="font-semibold break-words">{letter.reason}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-faint">
          <CodeTag value={letter.queue} />
          <RelativeTime ms={letter.createdAt} />
        </p>
      </div>
      {mayWrite ? (
        <div className="flex gap-2">
          <fetcher.Form method="post" action="/settings/deliveries">
            <input type="hidden" name="id" value={letter.id} />
            <input type="hidden" name="resolution" value="redrive" />
            <Button type="submit" size="sm" icon={<RotateCw aria-hidden />} aria-label={t("deliveries.redriveLabel", { when })}>
              {t("deliveries.redrive")}
            </Button>
          </fetcher.Form>
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="ghost" aria-label={t("deliveries.dismissLabel", { when })}>
                {t("deliveries.dismiss")}
              </Button>
            }
            title={t("deliveries.dismissTitle")}
            description={t("deliveries.dismissText")}
            confirmLabel={t("deliveries.dismiss")}
            destructive
            onConfirm={dismiss}
          />
        </div>
      ) : null}
    </li>
  );
}
