import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";

type Asked = Pick<LanguageModelV4CallOptions, "prompt" | "responseFormat" | "tools">;

/** `mostTokens` is never less than a provider counts; `likelyTokens` is what it will about be. */
export type QuestionSize = { mostTokens: number; likelyTokens: number; hasImages: boolean };

/** What a provider's own words around a question can take. */
const framingTokens = 500;
/** The most any of them counts for one picture. */
const imageTokens = 6_000;
const bytesPerToken = 3;

const encoder = new TextEncoder();

/** A token is at least one byte, so there are never more of them than bytes. */
export function sizeOfTexts(texts: readonly string[]): QuestionSize {
  const bytes = texts.reduce((sum, text) => sum + encoder.encode(text).length, 0);
  return { mostTokens: bytes + framingTokens, likelyTokens: Math.ceil(bytes / bytesPerToken), hasImages: false };
}

export function sizeOfQuestion({ prompt, responseFormat, tools }: Asked): QuestionSize {
  let fileTokens = 0;
  let hasImages = false;
  const text = JSON.stringify([prompt, responseFormat, tools], (_key, value: unknown) => {
    if (!isFile(value)) return value;
    const isImage = value.mediaType.startsWith("image");
    hasImages ||= isImage;
    fileTokens += isImage ? imageTokens : dataLength(value.data);
    return null;
  });
  const size = sizeOfTexts([text]);
  return { mostTokens: size.mostTokens + fileTokens, likelyTokens: size.likelyTokens + fileTokens, hasImages };
}

function isFile(value: unknown): value is { type: "file"; mediaType: string; data: unknown } {
  return typeof value === "object" && value !== null && "type" in value && value.type === "file" && "data" in value && "mediaType" in value;
}

function dataLength(data: unknown): number {
  if (data instanceof Uint8Array) return data.byteLength;
  if (typeof data === "string") return data.length;
  return typeof data === "object" && data !== null && "data" in data ? dataLength(data.data) : imageTokens;
}
