import type { RouterContextProvider } from "react-router";
import { assistantRights, assistantScopes } from "#app/domain/accounts/assistant-scopes.ts";
import { createApiKey } from "#app/domain/accounts/create-api-key.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";

/** A key with one of the few sets of rights that suit an assistant. It is in the answer to the post and nowhere else. */
export async function makeAssistantKey(args: { request: Request; context: Readonly<RouterContextProvider> }) {
  const { ctx } = requireMemberWho(args, "keys:write");
  const asked = await formFields(args.request, "name", "right", "expiresInDays");
  return tryVerb(args.context, async () => {
    const right = assistantRights.find((one) => one === asked.right);
    if (right === undefined) throw new AppError("invalid", "checkFields", { fields: { right: "fieldInvalid" } });
    const { name, expiresInDays } = asked;
    const { key } = await createApiKey(ctx, { name, scopes: [...assistantScopes[right]], expiresInDays: expiresInDays || undefined });
    return { ok: true as const, made: { key, name: name.trim() } };
  });
}
