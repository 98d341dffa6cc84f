export type ToastTone = "ok" | "watch" | "wrong" | "info";
export type ToastAction = { label: string; onPress: () => void };
export type ToastOptions = { description?: string; action?: ToastAction; durationMs?: number };
export type ToastItem = ToastOptions & { id: number; tone: ToastTone; title: string; durationMs: number };

type Listener = () => void;

const listeners = new Set<Listener>();
let items: readonly ToastItem[] = [];
let lastId = 0;

function publish(next: readonly ToastItem[]): void {
  items = next;
  for (const listener of listeners) listener();
}

function show(tone: ToastTone, title: string, options: ToastOptions = {}): number {
  lastId += 1;
  const readingTimeMs = options.action || tone === "wrong" ? 10_000 : 5_000;
  // Four at most: a fifth pushes the oldest out rather than covering the page.
  publish([...items.slice(-3), { durationMs: readingTimeMs, ...options, id: lastId, tone, title }]);
  return lastId;
}

/** Short news about something the person just did. What must not be missed belongs in the page instead. */
export const toast = {
  ok: (title: string, options?: ToastOptions) => show("ok", title, options),
  watch: (title: string, options?: ToastOptions) => show("watch", title, options),
  wrong: (title: string, options?: ToastOptions) => show("wrong", title, options),
  info: (title: string, options?: ToastOptions) => show("info", title, options),
  dismiss: (id: number) => publish(items.filter((item) => item.id !== id)),
};

export const toastStore = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): readonly ToastItem[] => items,
  readOnServer: (): readonly ToastItem[] => noItems,
};

const noItems: readonly ToastItem[] = [];
