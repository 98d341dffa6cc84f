import { useEffect, useRef, useState } from "react";
import type { FloorStore } from "./floor-store.ts";

type Options<Value> = { store: FloorStore; place: string; read: (kept: unknown) => Value | undefined; fresh: () => Value };

export type KeptDraft<Value> = {
  /** Null until the tablet has read it. */
  draft: Value | null;
  /** What comes before the tablet has read waits for it: it would begin anew what somebody is in the middle of. */
  ready(): Promise<void>;
  /** As it is by now, also before the screen shows it. */
  current(): Value;
  keep(next: Value): Promise<void>;
};

/** What somebody is in the middle of: on the disk before it is on the screen, so that a crash costs nothing. */
export function useKeptDraft<Value>({ store, place, read, fresh }: Options<Value>): KeptDraft<Value> {
  const [draft, setDraft] = useState<Value | null>(null);
  const latest = useRef<Value | null>(null);
  const begin = useRef({ read, fresh });
  const opened = useRef(Promise.withResolvers<void>());
  useEffect(() => {
    let isOver = false;
    const opening = Promise.withResolvers<void>();
    opened.current.resolve(opening.promise);
    opened.current = opening;
    void store.readDraft(place).then((kept) => {
      if (isOver) return;
      latest.current = begin.current.read(kept) ?? begin.current.fresh();
      setDraft(latest.current);
      opening.resolve();
    });
    return () => {
      isOver = true;
    };
  }, [store, place]);
  return {
    draft,
    ready: () => opened.current.promise,
    current: () => latest.current ?? begin.current.fresh(),
    async keep(next) {
      latest.current = next;
      await store.putDraft(place, next);
      setDraft(next);
    },
  };
}
