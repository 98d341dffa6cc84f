import type { EmbeddingModelV4, LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { type Purpose, purposeTraits } from "#app/domain/ai/purposes.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { beginStream } from "./answer-stream.ts";
import { answerWhole, inTime, textOf } from "./answer-whole.ts";
import { sizeOfQuestion, sizeOfTexts } from "./bound-question.ts";
import type { Call } from "./call.ts";
import { embeddingModelOf } from "./catalogs.ts";
import type { About, House } from "./house.ts";
import { keptAnswer, readKept, streamFromKept, wholeFromKept } from "./kept-answer.ts";
import { openCall } from "./open-call.ts";
import { relayStream } from "./relay-stream.ts";
import type { Candidate } from "./route.ts";
import { tryCandidates, UselessAnswerError } from "./try-candidates.ts";
import { tokenUse } from "./usage.ts";

const providerName = "entrepot";
const embeddingsPerCall = 96;

/**
 * Models by purpose, for everything of the SDK that takes a model. A call goes through allow-list, budget, kept answers, order
 * and circuits to a provider, and is booked and logged after its first byte. Its errors are never tried again by the SDK.
 */
export function createGateway(house: House, about: About) {
  return {
    languageModel: (purpose: Purpose): LanguageModelV4 => ({
      specificationVersion: "v4",
      provider: providerName,
      modelId: purpose,
      supportedUrls: {},
      doGenerate: (options) => generate(house, about, purpose, options),
      doStream: (options) => stream(house, about, purpose, options),
    }),
    embeddingModel: (purpose: Purpose): EmbeddingModelV4 => ({
      specificationVersion: "v4",
      provider: providerName,
      modelId: purpose,
      maxEmbeddingsPerCall: embeddingsPerCall,
      supportsParallelCalls: true,
      doEmbed: (options) => embed(house, about, purpose, options),
    }),
  };
}

async function open(house: House, about: About, purpose: Purpose, options: LanguageModelV4CallOptions) {
  const maxOutputTokens = options.maxOutputTokens ?? purposeTraits[purpose].maxOutputTokens;
  const opened = await openCall(house, about, {
    purpose,
    kind: "language",
    size: sizeOfQuestion(options),
    maxOutputTokens,
    answerKey: await answerKeyOf(about, purpose, options),
  });
  return { ...opened, options: { ...options, maxOutputTokens } };
}

/** Two questions have the same name only when they are the same to the letter; whether the answer streams is no matter. */
async function answerKeyOf(about: About, purpose: Purpose, options: LanguageModelV4CallOptions): Promise<string | null> {
  if (about.answerKey !== undefined) return about.answerKey;
  if (!purposeTraits[purpose].isRepeatable) return null;
  const { prompt, responseFormat, tools, toolChoice, temperature, topP, topK, seed, stopSequences, maxOutputTokens, reasoning } = options;
  const question = { prompt, responseFormat, tools, toolChoice, temperature, topP, topK, seed, stopSequences, maxOutputTokens, reasoning };
  return `${purpose} ${await sha256Hex(JSON.stringify(question))}`;
}

async function generate(house: House, about: About, purpose: Purpose, asked: LanguageModelV4CallOptions) {
  const { call, candidates, answer, options } = await open(house, about, purpose, asked);
  if (answer !== undefined) return wholeFromKept(fromCache(call, about, answer));
  const { result, candidate } = await tryCandidates(house, call, candidates, async (one) => ({
    candidate: one,
    result: await answerWhole(house, call, one, options),
  }));
  tellAnswered(call, about, candidate);
  const isWhole = result.finishReason.unified === "stop" && result.content.every(({ type }) => type === "text" || type === "reasoning");
  const outcome = result.finishReason.unified === "content-filter" ? "refused" : "answered";
  call.end({ outcome, candidate, use: tokenUse(result.usage) }, isWhole ? keptAnswer(candidate, textOf(result.content)) : undefined);
  return result;
}

async function stream(house: House, about: About, purpose: Purpose, asked: LanguageModelV4CallOptions) {
  const { call, candidates, answer, options } = await open(house, about, purpose, asked);
  if (answer !== undefined) return { stream: streamFromKept(fromCache(call, about, answer)) };
  const begun = await tryCandidates(house, call, candidates, (candidate) => beginStream(house, call, candidate, options));
  tellAnswered(call, about, begun.candidate);
  return { stream: relayStream(house, call, begun) };
}

async function embed(house: House, about: About, purpose: Purpose, asked: Parameters<EmbeddingModelV4["doEmbed"]>[0]) {
  const size = sizeOfTexts(asked.values);
  const { call, candidates } = await openCall(house, about, { purpose, kind: "embedding", size, maxOutputTokens: 0, answerKey: null });
  const { result, candidate } = await tryCandidates(house, call, candidates, async (one) => {
    const startedAtMs = house.clock.now();
    const model = await embeddingModelOf(call.known, one.provider, one.model, house);
    const own = { timeoutMs: house.patience.wholeAnswerMs, signal: asked.abortSignal };
    const embedded = await inTime(house, call, own, async (abortSignal) => model.doEmbed({ ...asked, abortSignal }));
    if (embedded.embeddings.length !== asked.values.length) throw new UselessAnswerError("vectors are missing", undefined);
    call.noteAttempt(one, "answered", startedAtMs);
    return { result: embedded, candidate: one };
  });
  tellAnswered(call, about, candidate);
  const use = result.usage && { inputTokens: result.usage.tokens, cachedTokens: 0, outputTokens: 0 };
  call.end({ outcome: "answered", candidate, use });
  return result;
}

function tellAnswered({ id }: Call, { onAnswered }: About, { provider, model }: Candidate): void {
  onAnswered?.({ callId: id, provider: provider.kind, model });
}

function fromCache(call: Call, { onAnswered }: About, answer: string) {
  const kept = readKept(answer);
  call.endFromCache(kept);
  onAnswered?.({ callId: call.id, provider: kept.provider, model: kept.model });
  return kept;
}
