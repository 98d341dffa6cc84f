import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { readStockDrift, type StockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import { listChannels } from "#app/domain/channels/list-channels.server.ts";
import { findSkuPlaces } from "#app/domain/warehouse/find-sku-places.server.ts";
import type { Eyes } from "../brain.ts";
import type { SeenChannel, SyncSeen } from "./seen.ts";

const perPage = 200;
const mostPages = 5;

export async function observeChannels(eyes: Eyes<SettingsOf<"sync">>): Promise<SyncSeen> {
  const { ctx, messages, recall, mayLook } = eyes;
  const drift = await recall("channels.drift");
  const { data } = await listChannels(ctx);
  const channels: SeenChannel[] = [];
  const unseen: string[] = [];
  for (const { id, name } of data.filter(({ stockFromWarehouse }) => stockFromWarehouse)) {
    const seen = await lookAt(eyes, id);
    if (seen === undefined) unseen.push(name);
    else channels.push({ id, label: name, ...seen });
  }
  const over = channels.flatMap(({ drifts }) =>
    drifts.flatMap(({ sku, shown, available }) => (sku !== null && available !== null && shown > available ? [sku] : [])),
  );
  const places = over.length > 0 && mayLook() ? await findSkuPlaces(ctx, [...new Set(over)]) : [];
  return { channels, unseen, places, heard: messages, drift };
}

/** Page by page, as far as may be looked; undefined when not even the first was allowed. */
async function lookAt(
  { ctx, mayLook }: Pick<Eyes<unknown>, "ctx" | "mayLook">,
  id: string,
): Promise<Pick<SeenChannel, "drifts" | "hasMore"> | undefined> {
  const drifts: StockDrift[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    if (!mayLook()) return page === 0 ? undefined : { drifts, hasMore: true };
    const { data, nextCursor } = await readStockDrift(ctx, { id, limit: perPage, ...(cursor === undefined ? {} : { cursor }) });
    drifts.push(...data);
    if (nextCursor === null) return { drifts, hasMore: false };
    cursor = nextCursor;
  }
  return { drifts, hasMore: true };
}
