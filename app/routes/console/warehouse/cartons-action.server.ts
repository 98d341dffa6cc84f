import type { RouterContextProvider } from "react-router";
import type { CartonsAnswer } from "#app/components/packing/carton-dialog.tsx";
import { AppError } from "#app/domain/errors.ts";
import { addCarton } from "#app/domain/warehouse/packing/add-carton.server.ts";
import { addUsualCartons } from "#app/domain/warehouse/packing/add-usual-cartons.server.ts";
import { changeCarton } from "#app/domain/warehouse/packing/change-carton.server.ts";
import { localeContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { moneyField } from "../catalog/money-field.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };

const names = ["name", "lengthMm", "widthMm", "heightMm", "weightGrams", "maxWeightGrams"] as const;

/** The forms of the cartons' page. */
export async function answerCartonsForm(args: Args) {
  const { ctx, workspace } = requireMemberWho(args, "warehouse:write");
  const fields = await formFields(args.request, "intent", "id", "version", "currency", "cost", ...names);
  const { intent, id, version, currency, cost, ...values } = fields;
  const { name } = values;
  const done = (added = 0): CartonsAnswer => ({ ok: true, intent, name, added });
  const costCents = () => moneyField(cost, { locale: args.context.get(localeContext), currency: currency || workspace.currency });
  return tryVerb(args.context, async (): Promise<CartonsAnswer> => {
    switch (intent) {
      case "add":
        await addCarton(ctx, { ...values, costCents: costCents() });
        return done();
      case "change":
        await changeCarton(ctx, { id, version, ...values, costCents: costCents() });
        return done();
      case "retire":
      case "restore":
        await changeCarton(ctx, { id, version, isActive: intent === "restore" });
        return done();
      case "usual":
        return done((await addUsualCartons(ctx)).added);
      default:
        throw new AppError("invalid", "checkFields");
    }
  });
}
