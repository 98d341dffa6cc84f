import { z } from "zod";
import type { Answer, Asker, Models, Question } from "#app/domain/ai/ports.ts";
import { purposeTraits } from "#app/domain/ai/purposes.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { GatewayError } from "./errors.ts";
import { fencePrompt, repairPrompt } from "./fence.ts";
import { createGateway } from "./gateway.ts";
import type { Answered, House } from "./house.ts";

/** The door to models for everything that asks a question and needs an answer of one form. */
export function createModels(house: House): Models {
  return {
    async ask<Value>(asker: Asker, question: Question<Value>): Promise<Answer<Value>> {
      try {
        return await askTwice(house, asker, question);
      } catch (error) {
        if (error instanceof GatewayError) return { source: "rules", reason: error.reason };
        house.logger.error({ event: "unexpected.error", where: "ai-gateway", error });
        return { source: "rules", reason: "unavailable" };
      }
    },
  };
}

/** An answer that was read, or what is wrong with it. */
type Round<Value> = { value: Value; issues?: undefined } | { value?: undefined; text: string; issues: string[] };

async function askTwice<Value>(house: House, asker: Asker, question: Question<Value>): Promise<Answer<Value>> {
  const token = house.ids
    .token()
    .replaceAll(/[^a-z0-9]/gi, "")
    .slice(0, 12);
  const { instructions, prompt } = fencePrompt(question.prompt, token);
  let answered: Answered | undefined;
  const round = async (words: string, answerKey: string | null) =>
    askOnce(
      house,
      question,
      { instructions, prompt: words },
      createGateway(house, {
        asker,
        prompt: question.prompt,
        answerKey,
        onAnswered: (by) => {
          answered = by;
        },
      }).languageModel(question.purpose),
    );
  let result: Round<Value> = await round(prompt, await answerKeyOf(question));
  if (result.issues !== undefined) result = await round(repairPrompt(prompt, result.text, result.issues, token), null);
  if (result.issues !== undefined || answered === undefined) return { source: "rules", reason: "malformed" };
  return { source: "model", value: result.value, ...answered };
}

/** The marks around the data are others each time, so the question is named by what is in it. */
async function answerKeyOf<Value>({ purpose, prompt, schema, once }: Question<Value>): Promise<string | null> {
  if (once === undefined && !purposeTraits[purpose].isRepeatable) return null;
  const form = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const { name, version, instructions, data } = prompt;
  return `${once ?? purpose} ${await sha256Hex(JSON.stringify([purpose, name, version, instructions, data, form]))}`;
}

type Words = { instructions: string; prompt: string };
type Model = ReturnType<ReturnType<typeof createGateway>["languageModel"]>;

/** The SDK is loaded with the first question: a Worker that asks none starts without it. */
async function askOnce<Value>(house: House, { schema, onPartial }: Question<Value>, words: Words, model: Model): Promise<Round<Value>> {
  const { generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output, streamText } = await import("ai");
  const asked = { model, ...words, output: Output.object({ schema }), maxRetries: 0 };
  let broken: unknown;
  try {
    if (onPartial === undefined) return { value: (await generateText(asked)).output };
    const result = streamText({
      ...asked,
      onError: ({ error }) => {
        broken = error;
      },
    });
    for await (const partial of result.partialOutputStream) tellPartial(house, onPartial, partial);
    return { value: await result.output };
  } catch (error) {
    const cause = broken ?? error;
    if (NoObjectGeneratedError.isInstance(cause)) {
      if (cause.finishReason === "content-filter") throw new GatewayError("refused", "", cause);
      return { text: cause.text ?? "", issues: issuesOf(cause.cause) };
    }
    throw NoOutputGeneratedError.isInstance(cause) ? new GatewayError("unavailable", "", cause) : cause;
  }
}

/** Whoever follows the answer must not be able to break it. */
function tellPartial(house: House, onPartial: (partial: unknown) => void, partial: unknown): void {
  try {
    onPartial(partial);
  } catch (error) {
    house.logger.error({ event: "unexpected.error", where: "ai-partial", error });
  }
}

function issuesOf(error: unknown): string[] {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof z.ZodError) return cause.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  return ["it is no JSON of that form"];
}
