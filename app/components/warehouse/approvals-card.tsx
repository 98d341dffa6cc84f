import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import { readAgain } from "#app/components/console/patient-fetch.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { ZoneApproval } from "#app/domain/warehouse/ports.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView, ItemView, TaskView } from "#party/warehouse-zone/protocol.ts";
import { useZoneForm } from "./use-zone-form.tsx";

type ApprovalsProps = {
  approvals: readonly ZoneApproval[];
  tasks: readonly TaskView[];
  bins: ReadonlyMap<string, BinView>;
  items: ReadonlyMap<string, ItemView>;
};

/** What is more than a picker may correct, with what the books say of it: for whoever decides. */
export function ApprovalsCard({ approvals, tasks, bins, items }: ApprovalsProps) {
  const { t } = useTranslation("warehouse");
  // Here and not with its row: that is gone from the list before the answer comes.
  const approval = useZoneForm("approve");
  const refusal = useZoneForm("refuse");
  const [refusing, setRefusing] = useState<string | null>(null);
  const waiting = new Set(tasks.flatMap(({ id, kind }) => (kind === "approve" ? [id] : [])));
  useFreshApprovals(approvals, waiting);
  const shown = approvals.filter(({ taskId }) => waiting.has(taskId));
  const error = approval.error ?? refusal.error;
  if (shown.length === 0 && refusing === null && error === undefined) return null;
  const isSending = (taskId: string) => approval.fetcher.state !== "idle" && approval.fetcher.formData?.get("taskId") === taskId;
  return (
    <Card>
      <CardHeader title={t("approvals")} />
      <CardBody>
        {error === undefined ? null : <InlineAlert tone="wrong" title={error} />}
        <ul className="grid">
          {shown.map((one) => (
            <li key={one.taskId} className="grid gap-2 border-b border-line py-2.5 last:border-b-0">
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                <CodeTag value={bins.get(one.binId)?.code ?? one.binId} />
                {one.askedBy} <RelativeTime ms={one.createdAt} />
              </p>
              <Corrections approval={one} items={items} />
              <div className="flex flex-wrap gap-2">
                <approval.fetcher.Form method="post">
                  {approval.hidden}
                  <input type="hidden" name="taskId" value={one.taskId} />
                  <Button type="submit" size="sm" loading={isSending(one.taskId)}>
                    {t("approve")}
                  </Button>
                </approval.fetcher.Form>
                <Button type="button" size="sm" variant="secondary" onClick={() => setRefusing(one.taskId)}>
                  {t("refuse")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </CardBody>
      <ConfirmDialog
        open={refusing !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setRefusing(null))}
        title={t("refuseTitle")}
        description={t("refuseText")}
        confirmLabel={t("refuse")}
        destructive
        onConfirm={() => {
          const fields = { intent: "refuse", commandId: refusal.commandId, taskId: refusing ?? "" };
          void refusal.fetcher.submit(fields, { method: "post" });
          setRefusing(null);
        }}
      />
    </Card>
  );
}

function Corrections({ approval, items }: { approval: ZoneApproval; items: ApprovalsProps["items"] }) {
  const { t } = useTranslation("warehouse");
  return (
    <ul className="grid gap-1">
      {approval.corrections.map(({ sku, lot, plate, status, delta, onBooks }) => (
        <li key={`${sku} ${lot} ${plate} ${status}`}>
          {items.get(sku)?.title ?? sku} {lot}
          <span className="block text-sm text-muted tabular-nums">{t("onBooks", { before: onBooks, after: onBooks + delta })}</span>
        </li>
      ))}
    </ul>
  );
}

/** The live zone tells that something waits, and not what: that is read anew. */
function useFreshApprovals(approvals: readonly ZoneApproval[], waiting: ReadonlySet<string>): void {
  const { revalidate } = useRevalidator();
  const known = new Set(approvals.map(({ taskId }) => taskId));
  const unknown = [...waiting]
    .filter((id) => !known.has(id))
    .toSorted()
    .join(" ");
  useEffect(() => {
    if (unknown !== "") void readAgain(revalidate);
  }, [unknown, revalidate]);
}
