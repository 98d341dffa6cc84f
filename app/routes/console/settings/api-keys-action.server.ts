import { createApiKey } from "#app/domain/accounts/create-api-key.server.ts";
import { revokeApiKey } from "#app/domain/accounts/revoke-api-key.server.ts";
import { tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { RouterContextProvider } from "react-router";

/** Making and revoking. A new key is in the answer to the post and nowhere else. */
export async function answerKeyForm(args: { request: Request; context: Readonly<RouterContextProvider> }) {
  const { ctx } = requireMemberWho(args, "keys:write");
  const form = await args.request.formData().catch(() => new FormData());
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return tryVerb(args.context, async () => {
    if (text("intent") === "revoke") {
      await revokeApiKey(ctx, { id: text("id") });
      return { ok: true as const, made: undefined };
    }
    const name = text("name");
    const scopes = form.getAll("scopes").filter((scope) => typeof scope === "string");
    const { key } = await createApiKey(ctx, { name, scopes, expiresInDays: text("expiresInDays") || undefined });
    return { ok: true as const, made: { key, name: name.trim() } };
  });
}
