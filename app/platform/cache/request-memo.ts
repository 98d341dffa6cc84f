export type RequestMemo = {
  /** Loads once per key and request, also for callers at the same time. A failed load is tried anew. */
  load<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** After a write: the next load sees it. */
  forget(key: string): void;
};

/** Lives as long as one request. One key always means one type. */
export function createRequestMemo(): RequestMemo {
  const loads = new Map<string, Promise<unknown>>();
  return {
    load<T>(key: string, load: () => Promise<T>): Promise<T> {
      const known = loads.get(key);
      if (known) return known as Promise<T>;
      const loading = load();
      loads.set(key, loading);
      loading.catch(() => {
        if (loads.get(key) === loading) loads.delete(key);
      });
      return loading;
    },
    forget: (key) => void loads.delete(key),
  };
}
