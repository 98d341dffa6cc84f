import type { RouterContextProvider } from "react-router";
import type { AiSettingsAnswer } from "#app/components/models/answers.ts";
import { parseUsd } from "#app/components/models/usd.ts";
import { addAiProvider } from "#app/domain/ai/add-provider.server.ts";
import { arrangeAiProviders } from "#app/domain/ai/arrange-providers.server.ts";
import { changeAiProvider } from "#app/domain/ai/change-provider.server.ts";
import { chooseAiModels } from "#app/domain/ai/choose-models.server.ts";
import { type ProviderKind, providerKinds } from "#app/domain/ai/kinds.ts";
import { pricedModels } from "#app/domain/ai/prices.ts";
import { removeAiProvider } from "#app/domain/ai/remove-provider.server.ts";
import { testAiProvider } from "#app/domain/ai/test-provider.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };

const names = [
  ...(["intent", "id", "version", "kind", "name", "apiKey", "accountId", "baseUrl"] as const),
  ...(["models", "embeddingModels", "inputPrice", "outputPrice", "isEnabled", "ids", "purpose", "first", "second"] as const),
] as const;
type Fields = Record<(typeof names)[number], string>;

/** The forms of the AI settings. A key comes in here once and never goes out again. */
export async function answerAiSettingsForm(args: Args) {
  const { ctx } = requireMemberWho(args, "ai:write");
  const fields = await formFields(args.request, ...names);
  return tryVerb(args.context, () => carryOut(ctx, fields));
}

async function carryOut(ctx: ServiceContext, fields: Fields): Promise<AiSettingsAnswer> {
  const { id, version, name, intent } = fields;
  switch (intent) {
    case "add": {
      const { kind, accountId, ...values } = providerFields(fields);
      await addAiProvider(ctx, { ...values, kind, accountId });
      return { ok: true, intent, name };
    }
    case "change": {
      const { kind: _kind, accountId: _account, ...values } = providerFields(fields);
      await changeAiProvider(ctx, { ...values, id, version });
      return { ok: true, intent, name };
    }
    case "switch":
      await changeAiProvider(ctx, { id, version, isEnabled: fields.isEnabled === "true" });
      return { ok: true, intent: "change", name };
    case "remove":
      await removeAiProvider(ctx, { id });
      return { ok: true, intent, name };
    case "arrange":
      await arrangeAiProviders(ctx, { ids: fields.ids.split(" ") });
      return { ok: true, intent, name };
    case "test":
      return { ok: true, intent, name, id, test: await testAiProvider(ctx, { id }) };
    case "choose":
      await chooseAiModels(ctx, { purpose: fields.purpose, choices: choicesOf(fields) });
      return { ok: true, intent, name: fields.purpose };
    default:
      throw new AppError("invalid", "checkFields");
  }
}

function providerFields({ name, apiKey, accountId, baseUrl, models, embeddingModels, ...fields }: Fields) {
  const kind = kindOf(fields.kind);
  const chosen = lines(models);
  const ownPrices = pricesOf(kind, chosen, fields);
  return { kind, name, apiKey, accountId, baseUrl, models: chosen, embeddingModels: lines(embeddingModels), ownPrices };
}

/** One price for all of its models that the house does not know. */
function pricesOf(kind: ProviderKind, models: string[], { inputPrice, outputPrice }: Pick<Fields, "inputPrice" | "outputPrice">) {
  if (inputPrice === "" && outputPrice === "") return {};
  const price = {
    inputMicroUsdPerMillion: priceOf("inputPrice", inputPrice),
    outputMicroUsdPerMillion: priceOf("outputPrice", outputPrice),
  };
  const known = new Set(pricedModels(kind));
  return Object.fromEntries(models.filter((model) => !known.has(model)).map((model) => [model, price]));
}

function priceOf(field: string, text: string): number {
  const microUsd = parseUsd(text);
  if (microUsd === undefined) throw new AppError("invalid", "checkFields", { fields: { [field]: "moneyInvalid" } });
  return microUsd;
}

function choicesOf({ first, second }: Fields) {
  if (first === "general") return null;
  if (first === "rules") return [];
  return [first, second].filter((one) => one !== "" && one !== "rules").map(toChoice);
}

/** An id never holds a space; a model may hold nearly anything else. */
function toChoice(text: string): { providerId: string; model: string } {
  const [providerId = "", model = ""] = text.split(" ");
  return { providerId, model };
}

function lines(text: string): string[] {
  return text.split(/[\n,]/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

function kindOf(text: string): ProviderKind {
  const kind = providerKinds.find((known) => known === text);
  if (kind === undefined) throw new AppError("invalid", "checkFields", { fields: { kind: "fieldInvalid" } });
  return kind;
}
