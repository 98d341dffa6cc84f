import { z } from "zod";
import { UnknownActionError } from "./simulator.ts";
import type { Asked } from "./simulated-model.ts";

/** What the next answer is to be. */
export type Scripted =
  | { kind: "text"; text: string }
  | { kind: "json"; json: unknown }
  | { kind: "tools"; tools: { name: string; arguments: unknown }[] }
  | { kind: "refusal"; text: string }
  | { kind: "invalid-json" }
  | { kind: "wrong-schema" };

/** How a stream behaves: a wait before each event, and after how many of them the connection breaks. */
export type Pace = { delayMs: number; cutAfterEvents: number };
export type Limits = { requestsPerMinute: number; tokensPerMinute: number };

export type ModelScript = {
  act(action: string, input: Record<string, unknown>): Record<string, unknown>;
  answerFor(asked: Asked): Scripted | undefined;
  paceFor(asked: Asked): Pace;
  limits(): Limits;
  state(): Record<string, unknown>;
  reset(): void;
};

type Entry<Kept> = { when: string | undefined; left: number; kept: Kept };

/** Without `when` it meets the next request, with it every request that holds the word, `times` says how many. */
const aim = { when: z.string().min(1).optional(), times: z.number().int().min(1).max(1_000_000).optional() };
const scriptInput = z
  .strictObject({
    ...aim,
    text: z.string().optional(),
    json: z.json().optional(),
    tools: z.array(z.strictObject({ name: z.string().min(1), arguments: z.json() })).min(1).optional(),
  })
  .refine(({ text, json, tools }) => [text, json, tools].filter((part) => part !== undefined).length === 1, {
    message: "Say one of text, json or tools",
  });
const aimInput = z.strictObject(aim);
const refuseInput = z.strictObject({ ...aim, text: z.string().min(1).optional() });
const slowInput = z.strictObject({ ...aim, delayMs: z.number().int().min(1).max(600_000) });
const cutInput = z.strictObject({ ...aim, afterEvents: z.number().int().min(0).max(100_000) });
const limitsInput = z.strictObject({
  requestsPerMinute: z.number().int().min(0).optional(),
  tokensPerMinute: z.number().int().min(0).optional(),
});
const nothingInput = z.strictObject({});

const known = ["script", "refuse", "invalid-json", "wrong-schema", "slow-stream", "cut-stream", "limits", "clear"];
const usualLimits: Limits = { requestsPerMinute: 100_000, tokensPerMinute: 100_000_000 };
const usualPace: Pace = { delayMs: 0, cutAfterEvents: Number.POSITIVE_INFINITY };

/** What was asked of a played model by control calls. */
export function createModelScript(vendor: string): ModelScript {
  let answers: Entry<Scripted>[] = [];
  let paces: Entry<Partial<Pace>>[] = [];
  let limits = usualLimits;

  function reset(): void {
    answers = [];
    paces = [];
    limits = usualLimits;
  }

  function answer(target: Aim, kept: Scripted): Record<string, unknown> {
    answers.push(entryOf(target, kept));
    return { waiting: answers.length };
  }

  function pace(target: Aim, kept: Partial<Pace>): Record<string, unknown> {
    paces.push(entryOf(target, kept));
    return { waiting: paces.length };
  }

  return {
    reset,
    limits: () => limits,
    state: () => ({ script: answers.map(({ when, kept }) => ({ when, ...kept })), paces: paces.map(({ when, kept }) => ({ when, ...kept })), limits }),
    answerFor: (asked) => {
      const taken = take(answers, asked);
      answers = taken.rest;
      return taken.kept;
    },
    paceFor: (asked) => {
      const taken = take(paces, asked);
      paces = taken.rest;
      return { ...usualPace, ...taken.kept };
    },
    act(action, input) {
      switch (action) {
        case "script":
          return answer(...scripted(scriptInput.parse(input)));
        case "refuse": {
          const { text = "I cannot help with that.", ...target } = refuseInput.parse(input);
          return answer(target, { kind: "refusal", text });
        }
        case "invalid-json":
        case "wrong-schema":
          return answer(aimInput.parse(input), { kind: action });
        case "slow-stream": {
          const { delayMs, ...target } = slowInput.parse(input);
          return pace(target, { delayMs });
        }
        case "cut-stream": {
          const { afterEvents, ...target } = cutInput.parse(input);
          return pace(target, { cutAfterEvents: afterEvents });
        }
        case "limits": {
          const asked = limitsInput.parse(input);
          limits = {
            requestsPerMinute: asked.requestsPerMinute ?? usualLimits.requestsPerMinute,
            tokensPerMinute: asked.tokensPerMinute ?? usualLimits.tokensPerMinute,
          };
          return { limits };
        }
        case "clear":
          nothingInput.parse(input);
          reset();
          return {};
        default:
          throw new UnknownActionError(vendor, action, known);
      }
    },
  };
}

type Aim = { when?: string | undefined; times?: number | undefined };

function scripted(input: z.infer<typeof scriptInput>): [Aim, Scripted] {
  const { text, json, tools, ...target } = input;
  if (text !== undefined) return [target, { kind: "text", text }];
  if (tools !== undefined) return [target, { kind: "tools", tools }];
  return [target, { kind: "json", json }];
}

function entryOf<Kept>({ when, times }: Aim, kept: Kept): Entry<Kept> {
  return { when: when?.toLowerCase(), left: times ?? (when === undefined ? 1 : Number.POSITIVE_INFINITY), kept };
}

function take<Kept>(entries: Entry<Kept>[], asked: Asked): { kept: Kept | undefined; rest: Entry<Kept>[] } {
  const prompt = asked.prompt.toLowerCase();
  const met = entries.find(({ when }) => when === undefined || prompt.includes(when));
  if (met === undefined) return { kept: undefined, rest: entries };
  const spent = entries.map((entry) => (entry === met ? { ...entry, left: entry.left - 1 } : entry));
  return { kept: met.kept, rest: spent.filter(({ left }) => left > 0) };
}
