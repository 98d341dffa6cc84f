import { APICallError, type EmbeddingModelV4, InvalidResponseDataError } from "@ai-sdk/provider";
import { z } from "zod";
import type { ModelAccess } from "#app/domain/ai/model-kits.ts";

const answer = z.object({ embeddings: z.array(z.object({ values: z.array(z.number()) })) });

/** Vectors of Gemini. The package has them too, but only together with all that its provider brings along. */
export function createGeminiEmbedding({ apiKey, baseUrl, fetch }: ModelAccess, modelId: string): EmbeddingModelV4 {
  const url = `${baseUrl}/models/${modelId}:batchEmbedContents`;
  return {
    specificationVersion: "v4",
    provider: "google.embedding",
    modelId,
    maxEmbeddingsPerCall: 100,
    supportsParallelCalls: true,
    async doEmbed({ values, dimensions, headers, abortSignal }) {
      const requests = values.map((text) => ({
        model: `models/${modelId}`,
        content: { parts: [{ text }] },
        ...(dimensions === undefined ? {} : { outputDimensionality: dimensions }),
      }));
      const given = Object.entries(headers ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
      const response = await fetch(url, {
        method: "POST",
        headers: { ...Object.fromEntries(given), "content-type": "application/json", "x-goog-api-key": apiKey },
        body: JSON.stringify({ requests }),
        signal: abortSignal ?? null,
      });
      const responseHeaders = Object.fromEntries(response.headers);
      const responseBody = await response.text();
      if (!response.ok) {
        const message = `Gemini answered ${response.status}.`;
        throw new APICallError({
          message,
          url,
          requestBodyValues: { requests },
          statusCode: response.status,
          responseHeaders,
          responseBody,
        });
      }
      return { embeddings: vectorsIn(responseBody), warnings: [], response: { headers: responseHeaders } };
    },
  };
}

function vectorsIn(body: string): number[][] {
  try {
    return answer.parse(JSON.parse(body)).embeddings.map(({ values }) => values);
  } catch (cause) {
    throw new InvalidResponseDataError({ data: body, message: `Gemini answered no vectors: ${String(cause)}` });
  }
}
