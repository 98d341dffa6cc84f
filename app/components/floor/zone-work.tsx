import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import type { Flow } from "#app/domain/warehouse/floor/flow-state.ts";
import { type Queue, type QueueReply, refusedEntries, unsentCount } from "#app/domain/warehouse/floor/queue.ts";
import { type Meaning, meaningOf } from "#app/domain/warehouse/floor/scan-meaning.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LiveZone, ZoneView } from "#party/warehouse-zone/state.ts";
import { packZone, useFollowedZone } from "#party/warehouse-zone/use-followed-zone.ts";
import { FloorBar } from "./floor-frame.tsx";
import { type FloorSettings, keepSettings, readSettings } from "./floor-settings.ts";
import type { FloorStore } from "./floor-store.ts";
import type { FloorAnswer, OpenState } from "./floor-types.ts";
import { FlowScreen } from "./flow-screen.tsx";
import { listTasks } from "./list-tasks.ts";
import { LaterStation } from "./stations/later-stations.tsx";
import type { Listener } from "./stations/station.ts";
import { useOpenStation } from "./stations/use-open-station.ts";
import { RefusedScreen } from "./refused-screen.tsx";
import { SettingsScreen } from "./settings-screen.tsx";
import { type Lookup, TaskScreen } from "./task-screen.tsx";
import { useFloorQueue } from "./use-floor-queue.ts";
import { useProblemText } from "./use-problem-text.ts";
import { useInOrder } from "./use-in-order.ts";
import { useReasonText } from "./use-reason-text.ts";
import { useScanner } from "./use-scanner.ts";
import { type TaskWork, useTaskWork } from "./use-task-work.ts";
import { useUnsaid } from "./use-unsaid.ts";
import { type Judge, SpokenVerdict, useOnThisScreen, useVerdicts, VerdictBand, VerdictFlash } from "./verdict.tsx";

/** What the tablet remembered of a zone. */
export type Kept = { flow: Flow | null; zone: ZoneView; atMs: number | undefined };

type ZoneWorkProps = {
  state: OpenState;
  zoneId: string;
  zoneName: string;
  store: FloorStore;
  firstQueue: Queue;
  kept: Kept;
  onLock: () => void;
  onOtherZone: () => void;
};

const keepZoneEveryMs = 2_000;

/** One zone in somebody's hands: its tasks, or the one they are at. */
export function ZoneWork({ state, zoneId, zoneName, store, firstQueue, kept, onLock, onOtherZone }: ZoneWorkProps) {
  const [settings, setSettings] = useState<FloorSettings>(readSettings);
  const [isSetting, setSetting] = useState(false);
  const [lookup, setLookup] = useState<Lookup | null>(null);
  const { verdict, judge } = useVerdicts(settings.volume);
  const zone = useFollowedZone({ workspaceId: state.workspaceId, zoneId, start: kept.zone, freshAtMs: kept.atMs });
  useKeptZone(store, zoneId, zone);
  const queue = useFloorQueue({
    store,
    first: firstQueue,
    isAutomatic: settings.policy === "auto",
    isLive: zone.status === "live",
    onReplies: useTellRefusals(judge),
  });
  const work = useTaskWork({ state, zoneId, zone, store, firstFlow: kept.flow, judge, add: queue.add });
  const tasks = listTasks(zone, queue.queue, state.person.id);
  const inOrder = useInOrder();
  const { station, open, leave } = useOpenStation();
  const listener = useRef<Listener | null>(null);
  const onListen = useCallback((next: Listener | null) => {
    listener.current = next;
  }, []);
  const meant = useMeanings({ zone, work, judge, tasks, listener, onLookup: setLookup, onPlate: (plate) => open("plates", plate) });
  const onCode = (raw: string) => inOrder(() => meant(raw));
  useScanner(onCode);
  const unsent = unsentCount(queue.queue);
  const bar = (
    <FloorBar
      person={state.person.name}
      status={zone.status}
      unsent={unsent}
      freshAtMs={zone.freshAtMs}
      hand={settings.hand}
      onSettings={() => setSetting(true)}
      onLock={onLock}
    />
  );
  const refused = refusedEntries(queue.queue);
  const screenName = refused.length > 0 ? "refused" : (work.flow?.task.id ?? station?.name ?? "tasks");
  const band = <VerdictBand verdict={useOnThisScreen(verdict, screenName)} />;
  function change(next: FloorSettings) {
    keepSettings(next);
    setSettings(next);
  }
  function screen() {
    if (isSetting) {
      const back = () => setSetting(false);
      return <SettingsScreen settings={settings} onChange={change} unsent={unsent} onSend={queue.flush} onBack={back} bar={bar} />;
    }
    if (refused.length > 0) return <RefusedScreen entries={refused} bar={bar} onClear={queue.clear} />;
    if (work.flow !== null) {
      return (
        <FlowScreen
          flow={work.flow}
          zone={zone}
          hand={settings.hand}
          bar={bar}
          band={band}
          onInput={(input) => inOrder(() => work.input(input))}
          onCode={onCode}
          onGiveBack={() => inOrder(() => work.giveBack())}
        />
      );
    }
    if (station !== null) {
      return (
        <LaterStation
          {...{ state, zoneId, zone, store, judge, bar, band, onListen, onCode, inOrder, open: station }}
          hand={settings.hand}
          onLeave={(taskId) => {
            leave();
            const task = tasks.find(({ task: { id } }) => id === taskId);
            if (task !== undefined) inOrder(() => work.begin(task));
          }}
        />
      );
    }
    return (
      <TaskScreen
        tasks={tasks}
        zone={zone}
        zoneName={zoneName}
        bar={bar}
        band={band}
        lookup={lookup}
        onBegin={(task) => inOrder(() => work.begin(task))}
        onStation={open}
        mayDecide={state.decides !== "never"}
        onCode={onCode}
        onOtherZone={onOtherZone}
      />
    );
  }
  return (
    <>
      {screen()}
      <SpokenVerdict verdict={verdict} />
      <VerdictFlash verdict={verdict} />
    </>
  );
}

/**
 * The zone as it was last seen stays on the tablet, for the next time it opens without a connection: as soon as it is seen, then
 * every few seconds, and when the page is put away.
 */
function useKeptZone(store: FloorStore, zoneId: string, zone: LiveZone): void {
  const latest = useRef(zone);
  useEffect(() => {
    latest.current = zone;
  });
  const isSeen = zone.freshAtMs !== undefined;
  useEffect(() => {
    let keptSeq: number | undefined;
    const keep = () => {
      const { cursor, freshAtMs } = latest.current;
      const text = cursor?.seq === keptSeq ? undefined : packZone(latest.current);
      if (text === undefined || freshAtMs === undefined) return;
      keptSeq = cursor?.seq;
      void store.putZone(zoneId, { text, atMs: freshAtMs });
    };
    if (isSeen) keep();
    const timer = setInterval(keep, keepZoneEveryMs);
    window.addEventListener("pagehide", keep);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [store, zoneId, isSeen]);
}

function useTellRefusals(judge: Judge): (replies: readonly QueueReply[]) => void {
  const reasonText = useReasonText();
  return (replies) => {
    const refusal = replies.find(({ kind }) => kind !== "applied");
    if (refusal !== undefined) judge("blocked", reasonText(refusal.reason));
  };
}

type Meant = {
  zone: LiveZone;
  work: TaskWork;
  judge: Judge;
  tasks: ReturnType<typeof listTasks>;
  listener: RefObject<Listener | null>;
  onLookup: (lookup: Lookup | null) => void;
  onPlate: (plate: string) => void;
};

/** Any code on any screen means something; what means nothing says what it saw. */
function useMeanings({ zone, work, judge, tasks, listener, onLookup, onPlate }: Meant): (raw: string) => void | Promise<void> {
  const { t } = useTranslation("floor");
  const switching = useFetcher<FloorAnswer>();
  const badgeProblem = useProblemText(switching.data, "badge");
  useAnswer(switching, () => {
    if (badgeProblem !== undefined) judge("wrong", badgeProblem);
  });
  const unsaid = useUnsaid();
  function lookUp(meaning: Meaning): void {
    if (meaning.kind === "bin") {
      const here = tasks.filter(({ task }) => task.fromBin === meaning.binId || task.toBin === meaning.binId);
      onLookup({ title: t("lookup.bin", { code: meaning.code }), taskIds: here.map(({ task }) => task.id) });
    } else if (meaning.kind === "item") {
      const of = tasks.filter(({ task }) => task.sku === meaning.sku);
      onLookup({ title: zone.items.get(meaning.sku)?.title ?? meaning.sku, taskIds: of.map(({ task }) => task.id) });
    } else {
      return judge("wrong", t("wrong.notHere"));
    }
    judge("ok");
  }
  return (raw) => {
    const meaning = meaningOf(raw, zone, new Date().getFullYear());
    if (meaning.kind === "badge") {
      void switching.submit({ intent: "unlock", way: "badge", badge: meaning.badge }, { method: "post", action: "/floor" });
      return;
    }
    if (work.current() === null && listener.current !== null) return listener.current(meaning, raw);
    const isAtTask = work.current() !== null;
    if (meaning.kind === "plate" && !isAtTask) return onPlate(meaning.plate);
    // Goods of a task may stand on a plate: whoever scans that one is at the right place.
    const problem = meaning.kind === "plate" && work.current()?.task.plate === meaning.plate ? undefined : unsaid(meaning);
    if (problem !== undefined) return judge("wrong", problem);
    if (work.current() !== null) {
      return meaning.kind === "task" ? judge("wrong", t("wrong.task")) : work.input({ type: "scan", meaning });
    }
    const task = meaning.kind === "task" ? tasks.find(({ task: { id } }) => id === meaning.taskId) : undefined;
    if (task !== undefined) return work.begin(task);
    lookUp(meaning);
  };
}
