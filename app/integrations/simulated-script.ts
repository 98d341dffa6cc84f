import { z } from "zod";
import { UnknownActionError } from "./simulator.ts";
import type { Asked } from "./simulated-model.ts";

/** What the next answer is to be. */
export type Scripted =
  | { kind: "text"; text: string }
  | { kind: "json"; json: unknown }
  /** `text` is what it says before it calls them. */
  | { kind: "tools"; tools: { name: string; arguments: unknown }[]; text?: string }
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
    tools: z
      .array(z.strictObject({ name: z.string().min(1), arguments: z.json() }))
      .min(1)
      .optional(),
  })
  .refine(
    ({ text, json, tools }) => (json === undefined ? text !== undefined || tools !== undefined : text === undefined && tools === undefined),
    {
      message: "Say text, tools, text before tools, or json",
    },
  );
const aimInput = z.strictObject(aim);
const refuseInput = z.strictObject({ ...aim, text: z.string().min(1).optional() });
const slowInput = z.strictObject({ ...aim, delayMs: z.number().int().min(1).max(600_000) });
const cutInput = z.strictObject({ ...aim, afterEvents: z.number().int().min(0).max(100_000) });
const limitsInput = z.strictObject({
  requestsPerMinute: z.number().int().min(0).optional(),
  tokensPerMinute: z.number().int().min(0).optional(),
});
const nothingInput = z.strictObject({});

const usualLimits: Limits = { requestsPerMinute: 100_000, tokensPerMinute: 100_000_000 };
const usualPace: Pace = { delayMs: 0, cutAfterEvents: Number.POSITIVE_INFINITY };

type Kept = { answers: Entry<Scripted>[]; paces: Entry<Partial<Pace>>[]; limits: Limits };

/** What was asked of a played model by control calls. */
export function createModelScript(vendor: string): ModelScript {
  const kept: Kept = { answers: [], paces: [], limits: usualLimits };
  return {
    reset: () => forget(kept),
    limits: () => kept.limits,
    state: () => ({
      script: kept.answers.map((entry) => ({ when: entry.when, ...entry.kept })),
      paces: kept.paces.map((entry) => ({ when: entry.when, ...entry.kept })),
      limits: kept.limits,
    }),
    answerFor(asked) {
      const taken = take(kept.answers, asked);
      kept.answers = taken.rest;
      return taken.kept;
    },
    paceFor(asked) {
      const taken = take(kept.paces, asked);
      kept.paces = taken.rest;
      return { ...usualPace, ...taken.kept };
    },
    act(action, input) {
      const run = actions.get(action);
      if (run === undefined) throw new UnknownActionError(vendor, action, [...actions.keys()]);
      run(kept, input);
      return { answers: kept.answers.length, paces: kept.paces.length, limits: kept.limits };
    },
  };
}

type Input = Record<string, unknown>;

const actions = new Map<string, (kept: Kept, input: Input) => void>([
  ["script", (kept, input) => void kept.answers.push(scripted(scriptInput.parse(input)))],
  ["refuse", refuse],
  ["invalid-json", (kept, input) => void kept.answers.push(entryOf(aimInput.parse(input), { kind: "invalid-json" }))],
  ["wrong-schema", (kept, input) => void kept.answers.push(entryOf(aimInput.parse(input), { kind: "wrong-schema" }))],
  ["slow-stream", slow],
  ["cut-stream", cut],
  ["limits", (kept, input) => void (kept.limits = { ...usualLimits, ...definedOf(limitsInput.parse(input)) })],
  [
    "clear",
    (kept, input) => {
      nothingInput.parse(input);
      forget(kept);
    },
  ],
]);

function forget(kept: Kept): void {
  Object.assign(kept, { answers: [], paces: [], limits: usualLimits });
}

function refuse(kept: Kept, input: Input): void {
  const { text = "I cannot help with that.", ...target } = refuseInput.parse(input);
  kept.answers.push(entryOf(target, { kind: "refusal", text }));
}

function slow(kept: Kept, input: Input): void {
  const { delayMs, ...target } = slowInput.parse(input);
  kept.paces.push(entryOf(target, { delayMs }));
}

function cut(kept: Kept, input: Input): void {
  const { afterEvents, ...target } = cutInput.parse(input);
  kept.paces.push(entryOf(target, { cutAfterEvents: afterEvents }));
}

function definedOf({ requestsPerMinute, tokensPerMinute }: z.infer<typeof limitsInput>): Partial<Limits> {
  return {
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
  };
}

type Aim = { when?: string | undefined; times?: number | undefined };

function scripted({ text, json, tools, ...target }: z.infer<typeof scriptInput>): Entry<Scripted> {
  if (tools !== undefined) return entryOf(target, { kind: "tools", tools, ...(text === undefined ? {} : { text }) });
  if (text !== undefined) return entryOf(target, { kind: "text", text });
  return entryOf(target, { kind: "json", json });
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
