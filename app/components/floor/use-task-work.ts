import { useEffect, useRef, useState } from "react";
import { type Flow, startFlow } from "#app/domain/warehouse/floor/flow-state.ts";
import type { FlowInput } from "#app/domain/warehouse/floor/flow-step.ts";
import { stepFlow } from "#app/domain/warehouse/floor/flow.ts";
import type { NewEntry } from "#app/domain/warehouse/floor/queue.ts";
import type { commandTypesOffline } from "#app/domain/warehouse/floor/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LiveZone } from "#party/warehouse-zone/state.ts";
import type { FloorStore } from "./floor-store.ts";
import type { OpenState } from "./floor-types.ts";
import { sendCommands } from "./send-commands.ts";
import type { ListedTask } from "./task-screen.tsx";
import { useReasonText } from "./use-reason-text.ts";
import type { Judge } from "./verdict.tsx";

type KeptType = (typeof commandTypesOffline)[number];
type Options = {
  state: OpenState;
  zoneId: string;
  zone: LiveZone;
  store: FloorStore;
  firstFlow: Flow | null;
  judge: Judge;
  add: (entry: NewEntry) => Promise<void>;
};

export type TaskWork = {
  flow: Flow | null;
  /** As it is by now, also before the screen shows it. */
  current(): Flow | null;
  begin(listed: ListedTask): Promise<void>;
  giveBack(): Promise<void>;
  input(input: FlowInput): Promise<void>;
};

/** The one task somebody is at. Each step is kept before it is shown; its end becomes a command that waits to be sent. */
export function useTaskWork({ state, zoneId, zone, store, firstFlow, judge, add }: Options): TaskWork {
  const { t } = useTranslation("floor");
  const reasonText = useReasonText();
  const [flow, setFlow] = useState(firstFlow);
  const latest = useRef(firstFlow);
  async function keep(next: Flow | null) {
    await store.putFlow(zoneId, next);
    latest.current = next;
    setFlow(next);
  }
  const ask = (command: { type: string } & Record<string, unknown>) =>
    sendCommands(zoneId, [{ shiftId: state.shiftId, envelope: { id: crypto.randomUUID(), command } }]);
  useForgetOver({ flow, zone, userId: state.person.id, forget: () => void keep(null) });
  return {
    flow,
    current: () => latest.current,
    async begin({ task, isOwn }) {
      if (!isOwn) {
        const replies = await ask({ type: "claim", taskId: task.id });
        const reply = Array.isArray(replies) ? replies[0] : undefined;
        if (reply === undefined) return judge("blocked", t("tasks.needsLive"));
        if (reply.kind !== "applied") return judge("blocked", withName(reasonText(reply.reason), reply.facts["by"]));
      }
      await keep(startFlow(task));
    },
    async giveBack() {
      const given = latest.current;
      if (given === null) return;
      const replies = await ask({ type: "unclaim", taskId: given.task.id });
      if (!Array.isArray(replies)) return judge("blocked", t("wrong.offline"));
      await keep(null);
    },
    async input(given) {
      const before = latest.current;
      if (before === null) return;
      const { flow: next, verdict } = stepFlow(before, given, zone);
      if (verdict.kind === "done") {
        await add(entryOf({ state, zoneId, zone, flow: next, command: verdict.command }));
        await keep(null);
        return judge("done");
      }
      await keep(next);
      if (verdict.kind === "wrong") return judge("wrong", t(`wrong.${verdict.reason}`));
      if (given.type !== "undo") judge("ok");
    },
  };
}

function withName(text: string, name: unknown): string {
  return typeof name === "string" ? `${text} (${name})` : text;
}

type Ended = { state: OpenState; zoneId: string; zone: LiveZone; flow: Flow; command: { type: string } };

function entryOf({ state, zoneId, zone, flow, command }: Ended): NewEntry {
  const { task, qty, lines, binVersion } = flow;
  const titleOf = (sku: string) => zone.items.get(sku)?.title ?? sku;
  return {
    id: crypto.randomUUID(),
    zoneId,
    shiftId: state.shiftId,
    personName: state.person.name,
    baseVersion: task.kind === "count" ? binVersion : null,
    clientTimeMs: Date.now(),
    command: { ...command, type: command.type as KeptType },
    about: {
      kind: task.kind,
      bin: zone.bins.get(task.fromBin ?? "")?.code ?? task.fromBin ?? "",
      item: zone.items.get(task.sku ?? "")?.title ?? "",
      qty,
      ...(task.kind === "count" ? { counted: lines.map((line) => ({ item: titleOf(line.sku), qty: line.qty })) } : {}),
    },
  };
}

/** A task that a live zone says is over, or another's, is nobody's to go on with here. */
function useForgetOver({ flow, zone, userId, forget }: { flow: Flow | null; zone: LiveZone; userId: string; forget: () => void }): void {
  const task = flow === null ? undefined : zone.tasks.get(flow.task.id);
  const isOver =
    flow !== null && zone.status === "live" && (task === undefined || (task.claimedBy !== null && task.claimedBy.id !== userId));
  useEffect(() => {
    if (isOver) forget();
    // oxlint-disable-next-line react/exhaustive-deps -- only the moment in which it becomes over counts
  }, [isOver]);
}
