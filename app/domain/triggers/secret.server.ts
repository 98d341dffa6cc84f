import type { ServiceContext } from "../context.ts";
import { secretPlace } from "./actions/call-webhook.server.ts";
import type { Definition } from "./schemas.ts";

/** `plain` is shown to people once; only the sealed one is kept. */
export type Secret = { plain: string; sealed: string } | { plain: null; sealed: null };
export const noSecret: Secret = { plain: null, sealed: null };

export function needsSecret({ actions }: Pick<Definition, "actions">): boolean {
  return actions.some((one) => one.do === "webhook");
}

export async function newSecret(ctx: ServiceContext, triggerId: string): Promise<Secret> {
  const plain = `whs_${ctx.ids.token()}`;
  return { plain, sealed: await ctx.ports.sealer.seal(plain, secretPlace(triggerId)) };
}
