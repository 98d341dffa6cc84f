import { startTransition, useCallback, useEffect, useState } from "react";
import { useFetcher } from "react-router";

/** Reads what stands at `href`, anew whenever that changes, and knows when nothing came of it. */
export function useReading<T>(href: string | null) {
  const { load, data, state } = useFetcher<T>();
  const [readHref, setReadHref] = useState<string | null>(null);
  const read = useCallback(async () => {
    if (href === null) return;
    await load(href);
    // Behind the data, which the router shows in a transition of its own.
    startTransition(() => setReadHref(href));
  }, [href, load]);
  useEffect(() => void read(), [read]);
  const isUnread = data === undefined && state === "idle" && href !== null && readHref === href;
  return { data, isUnread, again: () => void read() };
}
