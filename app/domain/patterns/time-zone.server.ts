import { readWorkspace } from "../accounts/update-workspace.server.ts";
import type { ServiceContext } from "../context.ts";

/** Whose days are counted: a fact of the shop, whatever else its caller may see of it. */
export async function shopTimeZone(ctx: ServiceContext): Promise<string> {
  if (ctx.recognisedIn !== undefined) return ctx.recognisedIn.timeZone;
  const { timeZone } = await readWorkspace({ ...ctx, actor: { kind: "system", job: "patterns" } });
  return timeZone;
}
