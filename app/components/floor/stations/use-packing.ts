import { useCallback, useEffect, useState } from "react";
import * as z from "zod/mini";
import {
  afterPacked,
  boxesFor,
  freshPacking,
  type PackInput,
  type Packing,
  packingSchema,
  type Parcel,
  parcelSchema,
  stepPacking,
} from "#app/domain/warehouse/floor/pack-flow.ts";
import type { Meaning } from "#app/domain/warehouse/floor/scan-meaning.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { askHouse, type Unanswered } from "../ask-house.ts";
import { useHouseText } from "../use-house-text.ts";
import { useKeptDraft } from "../use-kept-draft.ts";
import { useUnsaid } from "../use-unsaid.ts";
import type { StationProps } from "./station.ts";

const doneSchema = z.object({ ok: z.boolean() });
const onPlateSchema = z.object({ goods: z.array(z.object({ sku: z.string() })) });

function readPacking(kept: unknown): Packing | undefined {
  const read = packingSchema.safeParse(kept);
  return read.success ? read.data : undefined;
}

const fresh = () => freshPacking;

/** The bench: which boxes wait, and the one that is being filled. What was scanned into it is kept on the tablet. */
export function usePacking({ store, zoneId, judge }: StationProps) {
  const { t } = useTranslation("floor");
  const houseText = useHouseText();
  const unsaid = useUnsaid();
  const { draft, ready, current, keep } = useKeptDraft({ store, place: `pack:${zoneId}`, read: readPacking, fresh });
  const { parcels, problem, readAgain } = useParcels();
  /** Boxes that what was scanned belongs in; null shows all. */
  const [found, setFound] = useState<string[] | null>(null);

  async function input(given: PackInput): Promise<void> {
    const { packing, verdict } = stepPacking(current(), given);
    if (verdict.kind === "pack" || verdict.kind === "ship") return send(packing, verdict);
    await keep(packing);
    if (packing.step !== "order") setFound(null);
    if (verdict.kind === "wrong") return judge("wrong", t(`wrong.${verdict.reason}`));
    if (given.type !== "undo" && given.type !== "take-out") judge("ok");
  }
  type Sending = Extract<ReturnType<typeof stepPacking>["verdict"], { id: string }>;
  async function send(packing: Packing, { kind, ...fields }: Sending): Promise<void> {
    const asked = await askHouse(`${kind}-order`, fields, doneSchema);
    // An answer that was lost may have been a yes: asked again, the house says that it was done before.
    const isDoneBefore = asked.kind === "refused" && asked.reason === (kind === "pack" ? "packedBefore" : "shippedBefore");
    if (asked.kind !== "answered" && !isDoneBefore) return judge("blocked", houseText(asked));
    await keep(kind === "pack" ? afterPacked(packing) : freshPacking);
    readAgain();
    judge("done", t(`pack.done.${kind}`));
  }
  function find(meaning: Meaning, skus?: readonly string[]): void | Promise<void> {
    const fitting = boxesFor(parcels ?? [], meaning, skus);
    const [only, ...others] = fitting;
    if (only === undefined) return judge("wrong", t("wrong.noOrder"));
    if (others.length === 0) return input({ type: "parcel", parcel: only });
    setFound(fitting.map(({ id }) => id));
    judge("ok", t("pack.found", { count: fitting.length }));
  }
  async function choose(meaning: Meaning, raw: string): Promise<void> {
    const named = parcels?.find(({ orderRef }) => orderRef.toLowerCase() === raw.trim().toLowerCase());
    if (named !== undefined) return input({ type: "parcel", parcel: named });
    if (meaning.kind === "plate") {
      const asked = await askHouse("read-plate", { zoneId, plate: meaning.plate }, onPlateSchema);
      if (asked.kind !== "answered") return judge("wrong", `${houseText(asked)} ${meaning.plate}`);
      return find(
        meaning,
        asked.value.goods.map(({ sku }) => sku),
      );
    }
    if (meaning.kind === "item" || (meaning.kind === "foreign" && meaning.what === "item")) return find(meaning);
    return judge("wrong", unsaid(meaning) ?? t("wrong.needsOrder"));
  }
  async function scan(meaning: Meaning, raw: string): Promise<void> {
    await ready();
    const { step } = current();
    if (step === "order" && meaning.kind !== "command") return choose(meaning, raw);
    const isGoods = meaning.kind === "foreign" && meaning.what === "item";
    const problemText = step === "items" && !isGoods ? unsaid(meaning) : undefined;
    return problemText === undefined ? input({ type: "scan", meaning, raw }) : judge("wrong", problemText);
  }
  return { packing: draft, parcels, problem, found, showAll: () => setFound(null), input, scan };
}

function useParcels() {
  const houseText = useHouseText();
  const [parcels, setParcels] = useState<Parcel[] | null>(null);
  const [unread, setUnread] = useState<Unanswered | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    void askHouse("list-parcels", {}, z.array(parcelSchema)).then((asked) => {
      if (isOver) return;
      if (asked.kind === "answered") setParcels(asked.value);
      setUnread(asked.kind === "answered" ? null : asked);
    });
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each round reads anew
  }, [round]);
  const readAgain = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const timer = setInterval(readAgain, readEveryMs);
    return () => clearInterval(timer);
  }, [readAgain]);
  return { parcels, problem: unread === null ? null : houseText(unread), readAgain };
}

/** Orders become ready while somebody packs; nobody has to leave the bench to hear of it. */
const readEveryMs = 20_000;
