import type { ServiceContext } from "#app/domain/context.ts";
import type { Envelope } from "#app/domain/warehouse/ledger/commands.ts";
import { serialsComingIn } from "#app/domain/warehouse/ledger/serials-coming-in.ts";
import type { ZoneStore } from "#app/domain/warehouse/ledger/store.ts";
import { serialsElsewhere } from "#app/domain/warehouse/serials/serials-elsewhere.server.ts";

/** Which of the numbers that a command brings in lie in other zones. What was answered before is not looked up again. */
export async function numbersElsewhere(
  zone: ZoneStore,
  { id, command }: Envelope,
  { workspaceId, zoneId }: { workspaceId: string; zoneId: string },
  services: (workspaceId: string) => ServiceContext,
): Promise<ReadonlySet<string>> {
  const serials = serialsComingIn(command);
  if (serials.length === 0 || zone.reply(id) !== undefined) return new Set();
  return serialsElsewhere(services(workspaceId), { zoneId, serials });
}
