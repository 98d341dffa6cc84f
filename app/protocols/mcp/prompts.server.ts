import { type GetPromptResult, type ListPromptsResult, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { ServiceContext } from "#app/domain/context.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { pageByNumber } from "./page-by-number.ts";
import { promptArguments, promptNamed, promptNames } from "./prompt-kinds.server.ts";

const pageSize = 50;
const longestValue = 300;

export async function listPrompts(ctx: ServiceContext, cursor: string | undefined): Promise<ListPromptsResult> {
  const t = await getTranslator(ctx.locale, "assistant");
  const { items } = pageByNumber(promptNames, pageSize, cursor);
  const prompts = items.map((name) => ({
    name,
    title: t(`prompts.${name}.title`),
    description: t(`prompts.${name}.description`),
    arguments: promptArguments[name].map((argument) => ({
      name: argument.name,
      description: t(`arguments.${argument.name as "metric"}`),
      required: argument.isRequired,
    })),
  }));
  return { prompts };
}

/** In the workspace's language, with what the caller filled in. */
export async function getPrompt(
  ctx: ServiceContext,
  asked: { name: string; arguments?: Record<string, string> | undefined },
): Promise<GetPromptResult> {
  const name = promptNamed(asked.name);
  const t = await getTranslator(ctx.locale, "assistant");
  const values: Record<string, string> = {};
  for (const argument of promptArguments[name]) {
    const given = asked.arguments?.[argument.name]?.trim().slice(0, longestValue) ?? "";
    if (given === "" && argument.isRequired) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `${argument.name} is missing.`);
    values[argument.name] = given === "" ? argument.usual : given;
  }
  const text = t(`prompts.${name}.text`, { metric: "", period: "", product: "", area: "", days: "", ...values });
  return { description: t(`prompts.${name}.description`), messages: [{ role: "user", content: { type: "text", text } }] };
}
