import { useState } from "react";
import * as z from "zod/mini";
import {
  type ReceiveInput,
  type ReceivedItem,
  type Receiving,
  receivingSchema,
  startReceiving,
  stepReceiving,
} from "#app/domain/warehouse/floor/receive-flow.ts";
import type { ItemDetails, Meaning } from "#app/domain/warehouse/floor/scan-meaning.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { askHouse } from "../ask-house.ts";
import { useHouseText } from "../use-house-text.ts";
import { useKeptDraft } from "../use-kept-draft.ts";
import { useUnsaid } from "../use-unsaid.ts";
import type { StationProps } from "./station.ts";

const itemSchema = z.object({
  sku: z.string(),
  code: z.string(),
  title: z.string(),
  gtin: z.nullable(z.string()),
  tracksLots: z.boolean(),
  tracksSerials: z.boolean(),
});
const deliverySchema = z.object({ seq: z.int(), putAway: z.nullable(z.object({ taskId: z.string(), toBin: z.string() })) });

/** What was booked, and where it goes from here. */
export type Booked = { title: string; qty: number; binId: string; putAway: { taskId: string; toBin: string } | null };

function readReceiving(kept: unknown): Receiving | undefined {
  const read = receivingSchema.safeParse(kept);
  return read.success ? read.data : undefined;
}

/** A delivery from its first scan until it is booked: kept on the tablet meanwhile, and sent once. */
export function useReceiving({ store, zoneId, zone, judge }: StationProps) {
  const { t } = useTranslation("floor");
  const houseText = useHouseText();
  const unsaid = useUnsaid();
  const fresh = () => startReceiving(crypto.randomUUID());
  const { draft, ready, current, keep } = useKeptDraft({ store, place: `receive:${zoneId}`, read: readReceiving, fresh });
  const [booked, setBooked] = useState<Booked | null>(null);

  async function input(given: ReceiveInput): Promise<void> {
    setBooked(null);
    const { receiving, verdict } = stepReceiving(current(), given);
    await keep(receiving);
    if (verdict.kind === "done") return book(receiving, verdict.binId);
    if (verdict.kind === "wrong") return judge("wrong", t(`wrong.${verdict.reason}`));
    if (given.type !== "undo") judge("ok");
  }
  async function book({ id, item, lot, expiresOn, serials, qty, plate }: Receiving, binId: string): Promise<void> {
    const goods = { sku: item?.sku ?? "", lot, expiresOn, serials, qty, plate };
    const asked = await askHouse("receive-delivery", { zoneId, commandId: id, binId, ...goods }, deliverySchema);
    if (asked.kind !== "answered") {
      // A refused wish is over: put right, it is another one.
      if (asked.kind === "refused") await keep({ ...current(), id: crypto.randomUUID() });
      return judge("blocked", houseText(asked));
    }
    setBooked({ title: item?.title ?? "", qty, binId, putAway: asked.value.putAway });
    await keep(fresh());
    judge("done");
  }
  async function introduce(code: string, details: ItemDetails): Promise<void> {
    const asked = await askHouse("introduce-item", { zoneId, code }, itemSchema);
    if (asked.kind === "answered") return input({ type: "item", item: asked.value, details });
    judge(asked.kind === "refused" ? "wrong" : "blocked", `${houseText(asked)} ${code}`);
  }
  async function scan(meaning: Meaning): Promise<void> {
    await ready();
    if (current().step === "item" && meaning.kind === "item") {
      const item: ReceivedItem | undefined = zone.items.get(meaning.sku);
      if (item !== undefined) return input({ type: "item", item, details: meaning });
    }
    if (current().step === "item" && meaning.kind === "foreign" && meaning.what === "item") return introduce(meaning.saw, meaning.details);
    const isPlate = meaning.kind === "plate" && current().step === "plate";
    const problem = isPlate || (meaning.kind === "details" && current().step !== "item") ? undefined : unsaid(meaning);
    return problem === undefined ? input({ type: "scan", meaning }) : judge("wrong", problem);
  }
  return { receiving: draft, booked, input, scan };
}
