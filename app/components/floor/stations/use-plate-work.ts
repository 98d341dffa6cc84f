import { useCallback, useEffect, useState } from "react";
import * as z from "zod/mini";
import {
  atMenu,
  freshPlateWork,
  type PlateInput,
  type PlateWork,
  plateWorkSchema,
  stepPlate,
} from "#app/domain/warehouse/floor/plate-flow.ts";
import type { Meaning } from "#app/domain/warehouse/floor/scan-meaning.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { askHouse } from "../ask-house.ts";
import { useHouseText } from "../use-house-text.ts";
import { useKeptDraft } from "../use-kept-draft.ts";
import { useUnsaid } from "../use-unsaid.ts";
import type { StationProps } from "./station.ts";
import { useZoneCommands } from "./use-zone-commands.ts";

const viewSchema = z.object({
  id: z.string(),
  parent: z.nullable(z.string()),
  binId: z.nullable(z.string()),
  plates: z.array(z.string()),
  goods: z.array(z.object({ sku: z.string(), lot: z.string() })),
});
export type SeenPlate = z.infer<typeof viewSchema>;

function readWork(kept: unknown): PlateWork | undefined {
  const read = plateWorkSchema.safeParse(kept);
  return read.success ? read.data : undefined;
}

const fresh = () => freshPlateWork;
/** Nobody mistakes one of these letters for another when it is written on a plate by hand. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function newPlateName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `LPN${Array.from(bytes, (byte) => letters.charAt(byte % letters.length)).join("")}`;
}

/** One plate in somebody's hands: what its zone knows of it, and what is done with it. */
export function usePlateWork(props: StationProps & { first: string | null }) {
  const { store, zoneId, zone, judge, first } = props;
  const { t } = useTranslation("floor");
  const unsaid = useUnsaid();
  const houseText = useHouseText();
  const command = useZoneCommands(props);
  const { draft, ready, current, keep } = useKeptDraft({ store, place: `plate:${zoneId}`, read: readWork, fresh });
  const [seen, setSeen] = useState<SeenPlate | null>(null);

  const look = useCallback((plate: string) => askHouse("read-plate", { zoneId, plate }, viewSchema), [zoneId]);

  async function open(plate: string): Promise<void> {
    const asked = await look(plate);
    if (asked.kind === "answered") {
      setSeen(asked.value);
      await keep(atMenu({ plate, binId: asked.value.binId }));
      return judge("ok");
    }
    if (asked.kind === "refused" && asked.reason === "plateNotFound") return input({ type: "plate", plate, binId: null });
    judge("blocked", houseText(asked));
  }
  async function input(given: PlateInput): Promise<void> {
    const before = current();
    const { work, verdict } = stepPlate(before, given, zone);
    if (verdict.kind === "done") {
      const refused = await command(verdict.command);
      if (refused !== undefined) return judge("blocked", refused);
      const after = await look(work.plate);
      if (after.kind === "answered") setSeen(after.value);
      await keep(atMenu({ plate: work.plate, binId: after.kind === "answered" ? after.value.binId : work.binId }));
      return judge("done");
    }
    await keep(work);
    if (verdict.kind === "wrong") return judge("wrong", t(`wrong.${verdict.reason}`));
    if (given.type !== "undo") judge("ok");
  }
  async function scan(meaning: Meaning): Promise<void> {
    await ready();
    const { step } = current();
    if (meaning.kind === "plate" && (step === "plate" || step === "menu" || step === "begin")) return open(meaning.plate);
    const isAnswer = (meaning.kind === "plate" && step === "to") || (meaning.kind === "details" && step === "lot");
    const problem = isAnswer ? undefined : unsaid(meaning);
    return problem === undefined ? input({ type: "scan", meaning }) : judge("wrong", problem);
  }
  useFirstLook({ isRead: draft !== null, wanted: first ?? current().plate, open: (plate) => void open(plate) });
  const begin = () => input({ type: "plate", plate: newPlateName(), binId: null });
  return { work: draft, seen, input, scan, begin };
}

/** The plate that was scanned to come here, or the one somebody was at. */
function useFirstLook({ isRead, wanted, open }: { isRead: boolean; wanted: string; open: (plate: string) => void }): void {
  useEffect(() => {
    if (isRead && wanted !== "") open(wanted);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the tablet has read what it kept
  }, [isRead]);
}
