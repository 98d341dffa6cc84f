import { z } from "zod";
import { toolsFor } from "#app/ai/tools/assistant/assistant-tools.server.ts";
import type { AssistantTool } from "#app/ai/tools/assistant/tool.ts";
import type { Action } from "#app/domain/accounts/permissions.ts";
import type { TalkTool } from "#app/domain/ai/talk.ts";
import { specialists } from "#app/domain/conversations/parts.ts";
import { type AppError, toAppError } from "#app/domain/errors.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { proposeAct } from "../propose-act.server.ts";
import type { Session } from "../session.ts";
import { knowledgeOf, sharedTools } from "../specialists.ts";
import { figuresForModels } from "./figures-for-models.ts";
import { type Lookup, lookups } from "./lookup-tools.ts";

const mostProposals = 3;
const handOverInput = z.strictObject({ to: z.enum(specialists) });

/** Everything a model may use for this question, whichever specialist it is. */
export function toolsOfSession(session: Session): TalkTool[] {
  const own = new Set(lookups.map(({ name }) => name));
  const others = toolsFor(session.ctx).filter(({ name, effect }) => !own.has(name) && (effect === "read" || session.mayAct));
  return [
    ...lookups.map((lookup) =>
      shown(session, { ...lookup, title: lookup.title[session.ctx.locale] }, (input) => look(session, lookup, input)),
    ),
    handOver(session),
    ...others.map((tool) => {
      const needs = [tool.effect === "read" ? tool.scope : tool.askScope];
      return shown(session, { ...tool, needs, title: tool.title[session.ctx.locale] }, (input) => use(session, tool, input));
    }),
  ];
}

/** Which of them the specialist of the moment has. An order is nobody's alone: whoever it came to may put it before people. */
export function toolNamesOf({ specialist, mayAct, ctx }: Session, tools: readonly TalkTool[]): string[] {
  const acts = mayAct ? toolsFor(ctx).flatMap(({ name, effect }) => (effect === "read" ? [] : [name])) : [];
  const names = new Set<string>([...sharedTools, ...knowledgeOf[specialist].tools, ...acts]);
  return tools.flatMap(({ name }) => (names.has(name) ? [name] : []));
}

/** People see that it is at work and how it ended; what it refuses is an answer to the model, which can do better. */
function shown(
  { emit }: Session,
  { name, title, description, input, needs }: { name: string; title: string; description: string; input: z.ZodType; needs?: Action[] },
  run: (input: unknown) => Promise<unknown>,
): TalkTool {
  return {
    name,
    description,
    input,
    async run(given, id) {
      const part = { type: "tool", id, name, label: title, ...(needs === undefined ? {} : { needs }) } as const;
      await emit({ ...part, state: "running" });
      try {
        const answer = await run(given);
        await emit({ ...part, state: "done" });
        return answer;
      } catch (error) {
        await emit({ ...part, state: "failed" });
        const refusal = toAppError(error);
        if (refusal === undefined) throw error;
        return { refused: refusal.code, why: await whyRefused(refusal) };
      }
    },
  };
}

async function whyRefused({ reason, fields }: AppError): Promise<string[]> {
  const t = await getTranslator("en", "errors");
  const textOf = (key: string) => t(`reasons.${key as "internal"}`, { defaultValue: key });
  return [textOf(reason), ...Object.entries(fields ?? {}).map(([name, key]) => `${name}: ${textOf(key)}`)];
}

async function look(session: Session, lookup: Lookup, input: unknown): Promise<unknown> {
  const answer = await session.rules.answer(session.ctx, lookup.queryOf(input));
  if (answer.kind === "refused") return { refused: answer.reason, why: answer.answer, instead: answer.suggestions };
  const told = { ...answer, source: "model" as const };
  session.known.addAnswered(told);
  session.pending.push(told);
  session.lastAnswered = told;
  return figuresForModels(told);
}

function handOver(session: Session): TalkTool {
  return {
    name: "hand_over",
    description: "Hands the question to another specialist, who goes on with it here.",
    input: handOverInput,
    async run(input) {
      const { to } = handOverInput.parse(input);
      if (to === session.specialist) return { specialist: to };
      session.specialist = to;
      await session.emit({ type: "routed", specialist: to });
      return { specialist: to };
    },
  };
}

async function use(session: Session, tool: AssistantTool, input: unknown): Promise<unknown> {
  const { ctx, turn, known } = session;
  if (tool.effect === "read") {
    const answer = await tool.run(ctx, input, { key: ctx.ids.next("act") });
    known.addData(answer);
    return answer;
  }
  if (session.proposed >= mostProposals) return { refused: "conflict", why: `At most ${mostProposals} changes are asked for at once.` };
  const part = await proposeAct(ctx, {
    tool,
    input: z.record(z.string(), z.unknown()).parse(input),
    source: { kind: session.via ?? "chat", id: turn.conversationId },
  });
  session.proposed += 1;
  known.addData([part.title, part.effects]);
  await session.emit(part);
  const { approvalId, title, effects } = part;
  return { approvalId, state: "waits for a person", title, effects };
}
