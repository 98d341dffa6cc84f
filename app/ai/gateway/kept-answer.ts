import { z } from "zod";
import type { LanguageModelV4GenerateResult } from "@ai-sdk/provider";
import type { Part } from "./answer-stream.ts";
import type { Candidate } from "./route.ts";
import { noUsage } from "./usage.ts";

const keptSchema = z.object({ text: z.string(), provider: z.string(), model: z.string() });
export type KeptAnswer = z.infer<typeof keptSchema>;

/** An answer as it is kept: its words and who gave it. */
export function keptAnswer({ provider, model }: Candidate, text: string): string {
  return JSON.stringify({ text, provider: provider.kind, model } satisfies KeptAnswer);
}

export function readKept(answer: string): KeptAnswer {
  return keptSchema.parse(JSON.parse(answer));
}

const finished = { finishReason: { unified: "stop", raw: "kept" }, usage: noUsage } as const;

export function wholeFromKept({ text }: KeptAnswer): LanguageModelV4GenerateResult {
  return { content: [{ type: "text", text }], ...finished, warnings: [] };
}

export function streamFromKept({ text }: KeptAnswer): ReadableStream<Part> {
  const id = "kept";
  const parts: Part[] = [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id },
    { type: "text-delta", id, delta: text },
    { type: "text-end", id },
    { type: "finish", ...finished },
  ];
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}
