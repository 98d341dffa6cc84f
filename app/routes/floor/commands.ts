import { errorStatuses, toAppError } from "#app/domain/errors.ts";
import { sendFloorCommands } from "#app/domain/floor/send-floor-commands.server.ts";
import { requireTablet } from "#app/middleware/tablet.ts";
import type { Route } from "./+types/commands.ts";

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}

/** What a tablet did, from its queue. Each command is answered; a tablet that is known no more hears 401. */
export async function action(args: Route.ActionArgs) {
  try {
    const { ctx } = await requireTablet(args);
    const body: unknown = await args.request.json().catch(() => null);
    return Response.json({ replies: await sendFloorCommands(ctx, body as Parameters<typeof sendFloorCommands>[1]) });
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) throw error;
    return Response.json({ code: known.code, reason: known.reason }, { status: errorStatuses[known.code] });
  }
}
