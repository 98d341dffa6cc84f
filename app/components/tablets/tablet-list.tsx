import { Tablet } from "lucide-react";
import { useFetcher } from "react-router";
import { InlineFact } from "#app/components/settings/inline-fact.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { DeviceRow } from "#app/domain/floor/list-devices.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { TabletsAnswer } from "./tablets-answer.ts";

export function TabletList({ tablets, mayWrite }: { tablets: DeviceRow[]; mayWrite: boolean }) {
  const { t } = useTranslation("tablets");
  return (
    <Card>
      {tablets.length === 0 ? (
        <EmptyState title={t("none")} picture={<Tablet aria-hidden className="mx-auto size-10" />}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <ul>
          {tablets.map((tablet) => (
            <TabletRow key={tablet.id} tablet={tablet} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const tones = { waiting: "watch", expired: "info", paired: "ok", revoked: "info" } as const;

function TabletRow({ tablet, mayWrite }: { tablet: DeviceRow; mayWrite: boolean }) {
  const { t } = useTranslation("tablets");
  const fetcher = useFetcher<TabletsAnswer>();
  const { id, name, warehouse, state, person, lastSeenAt } = tablet;
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("revoked", { name }));
    else toast.wrong(answer.error);
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="grid min-w-0 grow basis-72 gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 font-semibold break-words">{name}</span>
          <span className="text-muted">{warehouse}</span>
          <StateBadge tone={tones[state]}>{t(`states.${state}`)}</StateBadge>
        </p>
        <dl className="flex flex-wrap gap-x-4 text-muted">
          <InlineFact label={t("heldBy")}>{person ?? t("nobody")}</InlineFact>
          <InlineFact label={t("lastSeen")}>{lastSeenAt === null ? t("never") : <RelativeTime ms={lastSeenAt} />}</InlineFact>
        </dl>
      </div>
      {mayWrite && state !== "revoked" ? (
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={t("revokeLabel", { name })}>
              {t("revoke")}
            </Button>
          }
          title={t("revokeTitle", { name })}
          description={t("revokeText")}
          confirmLabel={t("revokeLabel", { name })}
          destructive
          onConfirm={() => void fetcher.submit({ intent: "revoke", id }, { method: "post", action: "/warehouse/tablets" })}
        />
      ) : null}
    </li>
  );
}
