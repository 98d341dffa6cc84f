import type { World } from "./model.ts";

const scrollLifeMs = 5 * 60_000;

export function startScan(world: World, sellerId: number, ids: readonly (string | number)[], nowMs: number): string {
  for (const [id, scroll] of world.scrolls) if (scroll.expiresMs <= nowMs) world.scrolls.delete(id);
  world.counters.scroll += 1;
  const id = `YXBpY29yZS1pdGVtcw==:${world.counters.scroll.toString(36).padStart(8, "0")}`;
  world.scrolls.set(id, { sellerId, ids, position: 0, expiresMs: nowMs + scrollLifeMs });
  return id;
}

type Step = { limit: number; nowMs: number; sellerId: number };

/** The vendor remembers how far a scan has come: the same id brings the next page. Undefined when it has expired. */
export function continueScan(
  world: World,
  id: string,
  { limit, nowMs, sellerId }: Step,
): { ids: readonly (string | number)[]; total: number } | undefined {
  const scroll = world.scrolls.get(id);
  if (scroll === undefined || scroll.expiresMs <= nowMs || scroll.sellerId !== sellerId) return undefined;
  const ids = scroll.ids.slice(scroll.position, scroll.position + limit);
  scroll.position += ids.length;
  scroll.expiresMs = nowMs + scrollLifeMs;
  return { ids, total: scroll.ids.length };
}
