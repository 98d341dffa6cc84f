import { generateText, streamText } from "ai";
import { createGateway } from "../gateway.ts";
import { createPlayedHouse, type Play } from "./played-house.ts";

type Options = Parameters<typeof createPlayedHouse>[1];

/** A gateway with played providers, and ways to ask it and to look at what came of it. */
export function aGateway(plays: Record<string, Play[]>, options: Options = {}) {
  const played = createPlayedHouse(plays, options);
  const gateway = createGateway(played.house, played.about);
  const generate = (prompt = "Hello") => played.run(generateText({ model: gateway.languageModel("chat"), prompt }));
  /** What a reader of the stream saw, and how it ended. */
  async function stream() {
    const seen: string[] = [];
    const errors: unknown[] = [];
    const result = streamText({ model: gateway.languageModel("chat"), prompt: "Hello", onError: ({ error }) => void errors.push(error) });
    await played.run(
      (async () => {
        for await (const text of result.textStream) seen.push(text);
      })().catch(() => undefined),
    );
    await played.settled();
    return { text: seen.join(""), errors };
  }
  const outcome = async () => {
    await played.settled();
    const record = played.budget.records.at(-1);
    return { outcome: record?.outcome, attempts: record?.attempts.map(({ providerId, outcome: how }) => `${providerId} ${how}`) };
  };
  return { ...played, gateway, generate, stream, outcome };
}
