import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import type { FloorTask } from "#app/domain/warehouse/floor/flow-state.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { TaskView } from "#party/warehouse-zone/protocol.ts";
import type { LiveZone } from "#party/warehouse-zone/state.ts";
import { CameraScan } from "./camera-scan.tsx";
import { mainButtonClass, rowButtonClass, sideButtonClass } from "./floor-classes.ts";
import { FloorPage } from "./floor-frame.tsx";
import { StationButtons } from "./stations/station-buttons.tsx";
import type { StationName } from "./stations/station.ts";
import { TypeCode } from "./type-code.tsx";

export type ListedTask = { task: FloorTask; claimedBy: TaskView["claimedBy"]; isOwn: boolean; isSending: boolean };

/** What was scanned outside of a task: a place or goods, and what there is to do with it. */
export type Lookup = { title: string; taskIds: readonly string[] };

type TaskScreenProps = {
  tasks: readonly ListedTask[];
  zone: LiveZone;
  zoneName: string;
  bar: ReactNode;
  band: ReactNode;
  lookup: Lookup | null;
  onBegin: (task: ListedTask) => void;
  onCode: (raw: string) => void;
  onStation: (name: StationName) => void;
  mayDecide: boolean;
  onOtherZone: () => void;
};

/** The most urgent first. What the person already holds comes before all else, and the first is one press away. */
export function TaskScreen({
  tasks,
  zone,
  zoneName,
  bar,
  band,
  lookup,
  onBegin,
  onCode,
  onStation,
  mayDecide,
  onOtherZone,
}: TaskScreenProps) {
  const { t } = useTranslation("floor");
  const approvals = [...zone.tasks.values()].filter(({ kind }) => kind === "approve").length;
  const next = tasks.find(({ isSending, claimedBy, isOwn }) => !isSending && (claimedBy === null || isOwn));
  return (
    <FloorPage
      title={`${t("tasks.title")}: ${zoneName}`}
      bar={bar}
      band={band}
      foot={
        next === undefined ? null : (
          <button type="button" className={mainButtonClass} onClick={() => onBegin(next)}>
            <span>
              {next.isOwn ? t("tasks.resume") : t("tasks.start")}: <TaskName task={next.task} zone={zone} />
            </span>
            <ArrowRight aria-hidden className="size-9 shrink-0" />
          </button>
        )
      }
    >
      {lookup === null ? null : (
        <section aria-label={lookup.title} className="rounded border-2 border-line-strong p-4">
          <h2 className="font-semibold">{lookup.title}</h2>
          <p>{lookup.taskIds.length === 0 ? t("lookup.noTasks") : t("lookup.tasksHere", { count: lookup.taskIds.length })}</p>
        </section>
      )}
      {tasks.length === 0 ? <p>{t("tasks.none")}</p> : null}
      <ul className="grid gap-4">
        {tasks.map((one) => (
          <li key={one.task.id}>
            <TaskButton listed={one} zone={zone} isFound={lookup?.taskIds.includes(one.task.id) === true} onBegin={onBegin} />
          </li>
        ))}
      </ul>
      <div className="grid gap-4">
        <StationButtons waiting={approvals} mayDecide={mayDecide} onStation={onStation} />
        <TypeCode onCode={onCode} />
        <CameraScan onScan={onCode} />
        <button type="button" className={sideButtonClass} onClick={onOtherZone}>
          {t("zone.change")}
        </button>
      </div>
    </FloorPage>
  );
}

function TaskName({ task, zone }: { task: FloorTask; zone: LiveZone }) {
  const { t } = useTranslation("floor");
  return (
    <span>
      {t(`kinds.${task.kind}`)}, <span className="whitespace-nowrap">{zone.bins.get(task.fromBin ?? "")?.code ?? task.fromBin}</span>
    </span>
  );
}

type TaskButtonProps = { listed: ListedTask; zone: LiveZone; isFound: boolean; onBegin: TaskScreenProps["onBegin"] };

function TaskButton({ listed, zone, isFound, onBegin }: TaskButtonProps) {
  const { t } = useTranslation("floor");
  const { task, claimedBy, isOwn, isSending } = listed;
  const isTaken = claimedBy !== null && !isOwn;
  const item = zone.items.get(task.sku ?? "");
  const standing = [
    ...(task.kind === "count" ? [] : [t("tasks.units", { count: task.qty })]),
    ...(isOwn ? [t("tasks.yours")] : []),
    ...(isTaken ? [t("tasks.claimedBy", { name: claimedBy.name })] : []),
    ...(isSending ? [t("tasks.sending")] : []),
  ];
  return (
    <button
      type="button"
      aria-current={isFound || undefined}
      disabled={isSending || isTaken}
      className={`${rowButtonClass} aria-[current]:border-ink`}
      onClick={() => onBegin(listed)}
    >
      <span className="grid">
        <TaskName task={task} zone={zone} />
        {item === undefined ? null : <span className="font-normal">{item.title}</span>}
      </span>
      <span className="font-normal">{standing.join(" · ")}</span>
    </button>
  );
}
