import { nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";
import { readWorkspace } from "../accounts/update-workspace.server.ts";
import type { ServiceContext } from "../context.ts";

/** Good until the end of that day, where the shop is. */
export async function goodUntil(ctx: ServiceContext, day: string | null): Promise<number | null> {
  if (day === null) return null;
  const { timeZone } = await readWorkspace({ ...ctx, actor: { kind: "system", job: "floor" } });
  return startOfDayMs(nextDay(day), timeZone) ?? startOfDayMs(day, timeZone) ?? null;
}
