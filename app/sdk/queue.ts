import type { Host } from "./host.ts";
import { toJson } from "./safe.ts";
import type { Consent } from "./wire.ts";

/** An event with what was agreed to when it happened: a yes that comes later does not reach back. */
export type Item = { e: { id: string; at: number }; c: Consent; v: string | null };

const mostTogether = 20;
const longestWaitMs = 2_000;
/** Three bytes a character at worst: the browser lets 64 kB go while a page ends. */
const mostChars = 20_000;
const mostWaiting = 300;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;
/** Older ones would be refused. */
const oldestMs = 6 * 86_400_000;
const stored = "q";

export type Queue = {
  add(item: Item): void;
  flush(isLast?: boolean): void;
  /** Takes up what another page of this visitor could not send. */
  takeUp(): void;
  clear(): void;
};

type QueueOptions = {
  url: string;
  envelope(first: Item): object;
  /** The server wants nothing from here: no other try would help. */
  onRefused(): void;
};

/** How many of the first ones agree on consent and fit into one batch. */
function fitting(waiting: readonly Item[], together: number): number {
  const [first] = waiting;
  let chars = 0;
  const end = waiting.findIndex((item, index) => {
    chars += toJson(item.e).length;
    return index === together || item.c !== first?.c || item.v !== first.v || (index > 0 && chars > mostChars);
  });
  return end < 0 ? waiting.length : end;
}

function readKept(host: Host): Item[] {
  try {
    return (JSON.parse(host.store.read(stored) ?? "[]") as Item[]).filter(({ e }) => e.at > host.now() - oldestMs);
  } catch {
    return [];
  }
}

/** What is not known to have arrived outlives the page, with a yes only; what other pages left there stays. */
function keep(host: Host, mine: Item[], gone: Item[]): void {
  const own = new Set(mine.concat(gone).map(({ e }) => e.id));
  const others = readKept(host);
  const all = others.filter(({ e }) => !own.has(e.id)).concat(mine.filter(({ c, v }) => v !== null && c === "granted"));
  if (others.length + all.length > 0) host.store.write(stored, all.length > 0 ? toJson(all.slice(-mostWaiting)) : null);
}

export function createQueue(host: Host, { url, envelope, onRefused }: QueueOptions): Queue {
  let waiting: Item[] = [];
  let flying: Item[] = [];
  let together = mostTogether;
  let tries = 0;
  let cancel: (() => void) | undefined;
  let isResting = false;
  function soon(ms: number): void {
    cancel ??= host.later(() => {
      cancel = undefined;
      isResting = false;
      flush();
    }, ms);
  }
  function flush(isLast = false): void {
    const [first] = waiting;
    if (!isLast && (isResting || flying.length > 0)) return;
    if (first !== undefined && host.isOnline()) {
      cancel?.();
      cancel = undefined;
      const batch = waiting.splice(0, fitting(waiting, together));
      flying = flying.concat(batch);
      host
        .send(url, toJson({ ...envelope(first), events: batch.map(({ e }) => e) }), isLast)
        .catch(() => ({ status: 0, retryAfterMs: 0 }))
        .then(({ status, retryAfterMs }) => settle(batch, status, retryAfterMs))
        .catch(() => 0);
      if (isLast) flush(true);
    }
    if (isLast) keep(host, flying.concat(waiting), []);
  }
  function settle(batch: Item[], status: number, retryAfterMs: number): void {
    isResting = /^(0|408|429|5..)$/.test(String(status));
    flying = flying.filter((item) => !batch.includes(item));
    if (isResting || (status === 413 && batch.length > 1)) waiting = batch.concat(waiting).slice(-mostWaiting);
    if (status === 413) together = Math.ceil(batch.length / 2);
    keep(host, flying.concat(waiting), isResting ? [] : batch);
    if (isResting) soon(Math.max(retryAfterMs, Math.min(longestRetryMs, firstRetryMs * 2 ** tries) * (0.5 + host.random() / 2)));
    tries = isResting ? tries + 1 : 0;
    if (/^40[134]|410/.test(String(status))) {
      clear();
      onRefused();
    } else flush();
  }
  function clear(): void {
    waiting = [];
    host.store.write(stored, null);
  }
  function put(items: Item[]): void {
    waiting = items.slice(-mostWaiting);
    if (waiting.length >= together) flush();
    soon(longestWaitMs);
  }
  return { add: (item) => put(waiting.concat(item)), flush, takeUp: () => put(readKept(host).concat(waiting)), clear };
}
