import { useCallback, useEffect, useState } from "react";
import * as z from "zod/mini";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { askHouse, type Unanswered } from "../ask-house.ts";
import { useHouseText } from "../use-house-text.ts";
import type { StationProps } from "./station.ts";
import { useZoneCommands } from "./use-zone-commands.ts";

const approvalSchema = z.object({
  taskId: z.string(),
  binId: z.string(),
  askedBy: z.nullable(z.string()),
  createdAt: z.int(),
  corrections: z.array(
    z.object({
      sku: z.string(),
      lot: z.string(),
      plate: z.string(),
      status: z.string(),
      delta: z.int(),
      reason: z.string(),
      onBooks: z.int(),
    }),
  ),
});
export type Approval = z.infer<typeof approvalSchema>;
const listSchema = z.array(approvalSchema);

/** What waits for whoever decides here, read anew whenever the zone has another set of such tasks. */
export function useApprovals(props: StationProps) {
  const { zone, zoneId, state, judge } = props;
  const { t } = useTranslation("floor");
  const houseText = useHouseText();
  const command = useZoneCommands(props);
  const [approvals, setApprovals] = useState<Approval[] | null>(null);
  const [unread, setUnread] = useState<Unanswered | null>(null);
  const mayDecide = state.decides === "now";
  const waiting = [...zone.tasks.values()].flatMap(({ id, kind }) => (kind === "approve" ? [id] : [])).toSorted();
  const asOf = waiting.join(" ");
  const read = useCallback(() => askHouse("list-approvals", { id: zoneId }, listSchema), [zoneId]);
  useEffect(() => {
    let isOver = false;
    if (!mayDecide) return undefined;
    void read().then((asked) => {
      if (isOver) return;
      if (asked.kind === "answered") setApprovals(asked.value);
      setUnread(asked.kind === "answered" ? null : asked);
    });
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- read anew whenever the zone tells of something or is back
  }, [asOf, mayDecide, read, zone.status]);

  async function decide({ taskId, binId }: Approval, how: "approve" | "refuse" | "count-again"): Promise<void> {
    const refused = await command(
      { type: how === "approve" ? "approve" : "cancel-task", taskId },
      ...(how === "count-again" ? [{ type: "plan-count" as const, binId }] : []),
    );
    if (refused !== undefined) return judge("blocked", refused);
    setApprovals((known) => known?.filter((one) => one.taskId !== taskId) ?? null);
    judge("done", t(`approve.done.${how}`));
  }
  const problem = unread === null ? null : houseText(unread);
  return { approvals, problem, waiting: waiting.length, decide };
}
