import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sendCommands } from "../send-commands.ts";
import { useReasonText } from "../use-reason-text.ts";
import type { StationProps } from "./station.ts";

/** Undefined when all was done; otherwise why the first of them was not, in words. */
export type Refused = string | undefined;

/** Commands that are decided where all tablets meet, one after the other; what one refuses, those after it do not wait for. */
export function useZoneCommands({
  state,
  zoneId,
}: Pick<StationProps, "state" | "zoneId">): (...commands: CommandInput[]) => Promise<Refused> {
  const { t } = useTranslation("floor");
  const reasonText = useReasonText();
  return async (...commands) => {
    const entries = commands.map((command) => ({ shiftId: state.shiftId, envelope: { id: crypto.randomUUID(), command } }));
    const replies = await sendCommands(zoneId, entries);
    if (!Array.isArray(replies)) return t("wrong.offline");
    const refused = replies.find(({ kind }) => kind !== "applied");
    return refused === undefined ? undefined : reasonText(refused.reason);
  };
}
