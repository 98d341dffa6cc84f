import type { RouterContextProvider } from "react-router";
import type { CapsAnswer } from "#app/components/models/answers.ts";
import { parseUsd } from "#app/components/models/usd.ts";
import { capScopes, capWindows } from "#app/domain/ai/kinds.ts";
import { removeAiCap } from "#app/domain/ai/remove-cap.server.ts";
import { setAiCap } from "#app/domain/ai/set-cap.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** The forms of spending: a cap is set or taken away. */
export async function answerCapsForm(args: Args) {
  const { ctx } = requireMemberWho(args, "ai:write");
  const fields = await formFields(args.request, "intent", "id", "scope", "subjectId", "window", "limit");
  return tryVerb(args.context, async (): Promise<CapsAnswer> => {
    switch (fields.intent) {
      case "set": {
        const scope = capScopes.find((one) => one === fields.scope);
        const window = capWindows.find((one) => one === fields.window);
        if (scope === undefined || window === undefined) throw new AppError("invalid", "checkFields");
        const limitMicroUsd = parseUsd(fields.limit);
        if (limitMicroUsd === undefined) throw new AppError("invalid", "checkFields", { fields: { limitMicroUsd: "moneyInvalid" } });
        await setAiCap(ctx, { scope, window, subjectId: fields.subjectId, limitMicroUsd });
        return { ok: true, intent: "set" };
      }
      case "remove":
        await removeAiCap(ctx, { id: fields.id });
        return { ok: true, intent: "remove" };
      default:
        throw new AppError("invalid", "checkFields");
    }
  });
}
