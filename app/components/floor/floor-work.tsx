import { useEffect, useState } from "react";
import type { Queue } from "#app/domain/warehouse/floor/queue.ts";
import { emptyZone } from "#party/warehouse-zone/state.ts";
import { unpackZone } from "#party/warehouse-zone/use-followed-zone.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CameraStaysOpen } from "./camera-scan.tsx";
import { rowButtonClass } from "./floor-classes.ts";
import { FloorPage } from "./floor-frame.tsx";
import { type FloorStore, openFloorStore } from "./floor-store.ts";
import type { OpenState } from "./floor-types.ts";
import { type Kept, ZoneWork } from "./zone-work.tsx";

const zonePlace = "floor-zone";

type Ready = { store: FloorStore; queue: Queue };

/** Somebody holds the tablet: what it kept is read first, then they choose where they work. */
export function FloorWork({ state, onLock }: { state: OpenState; onLock: () => void }) {
  const { t } = useTranslation("floor");
  const [ready, setReady] = useState<Ready | null>(null);
  const [zoneId, setZoneId] = useState<string | null>(null);
  const [kept, setKept] = useState<{ zoneId: string; kept: Kept } | null>(null);
  useEffect(() => {
    let isOver = false;
    async function open(): Promise<void> {
      const store = await openFloorStore();
      const queue = await store.readQueue();
      // Without it the browser may throw unsent work away when it wants the room.
      if (typeof navigator.storage?.persist === "function") await navigator.storage.persist();
      if (isOver) return;
      setReady({ store, queue });
      setZoneId(localStorage.getItem(zonePlace));
    }
    void open();
    return () => {
      isOver = true;
    };
  }, []);
  const zone = state.zones.find(({ id }) => id === zoneId);
  useEffect(() => {
    if (ready === null || zone === undefined) return;
    let isOver = false;
    void readKept(ready.store, zone.id).then((read) => {
      if (!isOver) setKept({ zoneId: zone.id, kept: read });
    });
    return () => {
      isOver = true;
    };
  }, [ready, zone]);
  function choose(id: string | null) {
    if (id === null) localStorage.removeItem(zonePlace);
    else localStorage.setItem(zonePlace, id);
    setKept(null);
    setZoneId(id);
  }
  async function leaveZone() {
    const store = ready?.store;
    if (store !== undefined) setReady({ store, queue: await store.readQueue() });
    choose(null);
  }
  if (ready === null) return <FloorPage title={t("loading")} />;
  if (zone === undefined) return <ZoneChoice zones={state.zones} onChoose={choose} />;
  if (kept?.zoneId !== zone.id) return <FloorPage title={t("loading")} />;
  return (
    <CameraStaysOpen>
      <ZoneWork
        key={`${zone.id} ${state.shiftId}`}
        state={state}
        zoneName={zone.name}
        zoneId={zone.id}
        store={ready.store}
        firstQueue={ready.queue}
        kept={kept.kept}
        onLock={onLock}
        onOtherZone={() => void leaveZone()}
      />
    </CameraStaysOpen>
  );
}

async function readKept(store: FloorStore, zoneId: string): Promise<Kept> {
  const [flow, zone] = await Promise.all([store.readFlow(zoneId), store.readZone(zoneId)]);
  return { flow, zone: zone === undefined ? emptyZone : unpackZone(zone.text), atMs: zone?.atMs };
}

function ZoneChoice({ zones, onChoose }: { zones: OpenState["zones"]; onChoose: (id: string) => void }) {
  const { t } = useTranslation("floor");
  return (
    <FloorPage title={t("zone.title")}>
      {zones.length === 0 ? <p>{t("zone.none")}</p> : null}
      <ul className="grid gap-4">
        {zones.map(({ id, code, name }) => (
          <li key={id}>
            <button type="button" className={rowButtonClass} onClick={() => onChoose(id)}>
              {name} <span className="font-mono">{code}</span>
            </button>
          </li>
        ))}
      </ul>
    </FloorPage>
  );
}
