import { z } from "zod";
import type { Answer, Asker, Models, Question } from "#app/domain/ai/ports.ts";
import { purposeTraits } from "#app/domain/ai/purposes.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { GatewayError } from "./errors.ts";
import { fencePrompt, fenceToken, repairPrompt } from "./fence.ts";
import { createGateway } from "./gateway.ts";
import type { Answered, House } from "./house.ts";
import { talkWithTools } from "./talk.ts";
import { untraced } from "./untraced.ts";

/** The door to models for everything that asks a question. */
export function createModels(house: House): Models {
  return {
    async ask<Value>(asker: Asker, question: Question<Value>): Promise<Answer<Value>> {
      try {
        return await askTwice(house, asker, question);
      } catch (error) {
        // Without any model nothing is logged, so there is no call to look at.
        if (error instanceof GatewayError) {
          const isLogged = error.outcome !== "no-models" && error.callId !== "";
          return { source: "rules", reason: error.reason, ...(isLogged ? { callId: error.callId } : {}) };
        }
        house.logger.error({ event: "unexpected.error", where: "ai-gateway", error });
        return { source: "rules", reason: "unavailable" };
      }
    },
    talk: (asker, talk) => talkWithTools(house, asker, talk),
  };
}

/** Who answered last, once somebody did. */
type Heard = { answered?: Answered };

/** An answer that was read, or what is wrong with it. */
type Round<Value> = { value: Value; issues?: undefined } | { value?: undefined; text: string; issues: string[] };

async function askTwice<Value>(house: House, asker: Asker, question: Question<Value>): Promise<Answer<Value>> {
  const token = fenceToken(house.ids);
  const { instructions, prompt } = fencePrompt(question.prompt, token);
  const heard: Heard = {};
  const booked: Promise<void>[] = [];
  const round = async (words: string, answerKey: string | null) =>
    askOnce(
      house,
      question,
      { instructions, prompt: words, heard },
      createGateway(house, {
        asker,
        prompt: question.prompt,
        answerKey,
        onAnswered: (by) => {
          heard.answered = by;
        },
        onEnd: (end) => void booked.push(end),
      }).languageModel(question.purpose),
    );
  const answerKey = await answerKeyOf(question);
  let result: Round<Value> = await round(prompt, answerKey);
  // A piece of work that begins anew meets the same answers; anybody else may hope for a better one.
  const work = question.once ?? asker.runId;
  if (result.issues !== undefined) {
    const repair = repairPrompt(prompt, result.text, result.issues, token);
    result = await round(repair, work === undefined || answerKey === null ? null : `${work} repaired ${answerKey}`);
  }
  // Whoever is cut off after this has to find the answer again: it is written down before anybody goes on with it.
  if (work !== undefined) await Promise.all(booked);
  const { answered } = heard;
  if (answered === undefined) return { source: "rules", reason: "malformed" };
  if (result.issues !== undefined) return { source: "rules", reason: "malformed", callId: answered.callId };
  return { source: "model", value: result.value, ...answered };
}

/** The marks around the data are others each time, so the question is named by what is in it. */
async function answerKeyOf<Value>({ purpose, prompt, schema, once }: Question<Value>): Promise<string | null> {
  if (once === undefined && !purposeTraits[purpose].isRepeatable) return null;
  const form = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const { name, version, instructions, data } = prompt;
  return `${once ?? purpose} ${await sha256Hex(JSON.stringify([purpose, name, version, instructions, data, form]))}`;
}

type Words = { instructions: string; prompt: string; heard: Heard };
type Model = ReturnType<ReturnType<typeof createGateway>["languageModel"]>;

/** The SDK is loaded with the first question: a Worker that asks none starts without it. */
async function askOnce<Value>(
  house: House,
  { schema, onPartial }: Question<Value>,
  { heard, ...words }: Words,
  model: Model,
): Promise<Round<Value>> {
  const { generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output, streamText } = await import("ai");
  const asked = { model, ...words, output: Output.object({ schema }), maxRetries: 0, ...untraced };
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
      if (cause.finishReason === "content-filter") throw new GatewayError("refused", heard.answered?.callId ?? "", cause);
      return { text: cause.text ?? "", issues: issuesOf(cause.cause) };
    }
    throw NoOutputGeneratedError.isInstance(cause) ? new GatewayError("unavailable", heard.answered?.callId ?? "", cause) : cause;
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
