import { useEffect, useRef, useState } from "react";
import type { FloorStore } from "./floor-store.ts";

type Options<Value> = { store: FloorStore; place: string; read: (kept: unknown) => Value | undefined; fresh: () => Value };

export type KeptDraft<Value> = {
  /** Null until the tablet has read it. */
  draft: Value | null;
  /** As it is by now, also before the screen shows it. */
  current(): Value;
  keep(next: Value): Promise<void>;
};

/** What somebody is in the middle of: on the disk before it is on the screen, so that a crash costs nothing. */
export function useKeptDraft<Value>({ store, place, read, fresh }: Options<Value>): KeptDraft<Value> {
  const [draft, setDraft] = useState<Value | null>(null);
  const latest = useRef<Value | null>(null);
  const begin = useRef({ read, fresh });
  useEffect(() => {
    let isOver = false;
    void store.readDraft(place).then((kept) => {
      if (isOver) return;
      latest.current = begin.current.read(kept) ?? begin.current.fresh();
      setDraft(latest.current);
    });
    return () => {
      isOver = true;
    };
  }, [store, place]);
  return {
    draft,
    current: () => latest.current ?? begin.current.fresh(),
    async keep(next) {
      latest.current = next;
      await store.putDraft(place, next);
      setDraft(next);
    },
  };
}
