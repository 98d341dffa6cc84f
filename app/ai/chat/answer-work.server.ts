import { requirePermission, type ServiceContext } from "#app/domain/context.ts";
import type { AskAnswer } from "#app/domain/metrics/answer.ts";
import type { MetricArea, RefusalReason } from "#app/domain/metrics/kinds.ts";
import { catalogue } from "#app/domain/metrics/catalogue.ts";
import { languageOf } from "#app/domain/metrics/language/speak-language.ts";
import { needsOfParts } from "#app/domain/conversations/withheld.ts";
import { foldText } from "#app/domain/text/normalise.ts";
import { answerAct } from "./acts/answer-act.server.ts";
import { readAct } from "./acts/read-act.ts";
import { answerByModel, stopReason } from "./answer-by-model.server.ts";
import { answerWithRules } from "./answer-with-rules.server.ts";
import { lastQueryOf, lastSpecialistOf } from "./history.ts";
import { readSharedContext } from "./instructions.server.ts";
import { routeQuestion } from "./route-question.ts";
import type { Work } from "./session.ts";
import { mayWantAct } from "./specialists.ts";

/** What no model would understand better, or may try to. */
const settled: ReadonlySet<RefusalReason> = new Set(["too-long", "forbidden", "off-topic"]);

/**
 * Orders that rules read, and queries made by hand, are answered by rules at once. Everything else is a model's first, where the
 * workspace has one: the rules' reading goes with the question, and answers where the model cannot.
 */
export async function answerWork(asked: Work): Promise<void> {
  requirePermission(asked.ctx, "chat:read");
  const work = { ...asked, ctx: inLanguageOf(asked) };
  const { ctx, turn, rules, emit, signal } = work;
  if (signal.aborted) return breakOff(work);
  const byRules = { reason: null, callId: null };
  if (turn.query !== null) return answerWithRules(work, await rules.answer(ctx, turn.query), byRules);
  const { question, history } = turn;
  const act = readAct(question);
  const previous = lastSpecialistOf(history);
  if (act !== undefined) {
    await emit({ type: "routed", specialist: act.act === "count-bin" ? "floor" : "listings" });
    await answerAct(work, act);
    await emit({ type: "source", source: "rules", callId: null, reason: null });
    return;
  }
  // Asked for together they are read together: without a model the second costs next to nothing.
  const [reading, shared] = await Promise.all([
    rules.ask(ctx, { question, previous: lastQueryOf(history) }),
    readSharedContext(ctx, mayWantAct(foldText(question))),
  ]);
  const specialist = routeQuestion({ question, area: areaOf(reading), previous });
  const needs = needsOfParts(history.flatMap(({ parts }) => parts));
  await emit({ type: "routed", specialist, ...(needs.length === 0 ? {} : { needs }) });
  if (reading.kind === "refused" && settled.has(reading.reason)) return answerWithRules(work, reading, byRules);
  if (signal.aborted) return breakOff(work);
  const ending = await answerByModel(work, { specialist, reading, shared });
  if (!ending.isAnswered) await answerWithRules(work, reading, ending);
}

/** People are answered as they ask: whoever writes in English gets English, whatever the pages around are in. */
function inLanguageOf({ ctx, turn, locale }: Work): ServiceContext {
  return { ...ctx, locale: locale ?? languageOf(turn.question) ?? ctx.locale };
}

async function breakOff({ emit, signal }: Work): Promise<void> {
  await emit({ type: "broken", reason: stopReason(signal) });
}

function areaOf(reading: AskAnswer): MetricArea | null {
  if (reading.kind === "refused") return null;
  const { query } = reading;
  return query.type === "metric" || query.type === "why" ? catalogue[query.metric].area : null;
}
