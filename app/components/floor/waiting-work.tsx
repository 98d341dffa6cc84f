import { useEffect, useState } from "react";
import type { Queue } from "#app/domain/warehouse/floor/queue.ts";
import { unsentCount } from "#app/domain/warehouse/floor/queue.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { readSettings } from "./floor-settings.ts";
import { type FloorStore, openFloorStore } from "./floor-store.ts";
import { useFloorQueue } from "./use-floor-queue.ts";

type Ready = { store: FloorStore; first: Queue };

/** A tablet that was put down goes on sending what its people did: nobody has to take it again for that. */
export function WaitingWork() {
  const [ready, setReady] = useState<Ready | null>(null);
  useEffect(() => {
    let isOver = false;
    async function open(): Promise<void> {
      const store = await openFloorStore();
      const first = await store.readQueue();
      if (!isOver) setReady({ store, first });
    }
    void open();
    return () => {
      isOver = true;
    };
  }, []);
  return ready === null ? null : <Sending {...ready} />;
}

const nothing = () => undefined;

/** Whoever takes the tablet next is shown what was refused. */
function Sending({ store, first }: Ready) {
  const { t } = useTranslation("floor");
  const [isAutomatic] = useState(() => readSettings().policy === "auto");
  const { queue } = useFloorQueue({ store, first, isAutomatic, isLive: true, onReplies: nothing });
  const count = unsentCount(queue);
  return count === 0 ? null : <p className="font-semibold">{t("bar.unsent", { count })}</p>;
}
