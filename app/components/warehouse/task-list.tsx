import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { inOfferedOrder } from "#app/domain/warehouse/ledger/offered-order.ts";
import type { BinView, ItemView, TaskView } from "#party/warehouse-zone/protocol.ts";

type TaskListProps = {
  tasks: readonly TaskView[];
  bins: ReadonlyMap<string, BinView>;
  items: ReadonlyMap<string, ItemView>;
};

const shown = 30;

/** What waits to be done, the most urgent and oldest first. */
export function TaskList({ tasks, bins, items }: TaskListProps) {
  const { t } = useTranslation("warehouse");
  const inOrder = inOfferedOrder(tasks, null).slice(0, shown);
  const codeOf = (id: string | null) => (id === null ? null : (bins.get(id)?.code ?? id));
  return (
    <Card>
      <CardHeader title={t("tasks")} />
      <CardBody>
        {inOrder.length === 0 ? <p className="text-muted">{t("noTasks")}</p> : null}
        <ul className="grid">
          {inOrder.map((task) => (
            <li key={task.id} className="grid gap-1 border-b border-line py-2.5 last:border-b-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {t(`taskKinds.${task.kind}`)}
                {codeOf(task.fromBin) === null ? null : <CodeTag value={codeOf(task.fromBin) ?? ""} />}
              </p>
              {task.sku === null ? null : (
                <p className="text-sm">
                  {task.qty - task.doneQty} × {items.get(task.sku)?.title ?? task.sku}
                </p>
              )}
              <p className="text-sm text-muted">
                {task.claimedBy === null ? <RelativeTime ms={task.createdAt} /> : t("claimedBy", { name: task.claimedBy.name })}
              </p>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
