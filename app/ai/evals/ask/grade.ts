import type { AskedQuery } from "#app/domain/metrics/answer.ts";
import { refuseOutright } from "#app/domain/metrics/language/guard.ts";
import type { LookUp, Planned } from "#app/domain/metrics/language/plan.ts";
import { planQuestion } from "#app/domain/metrics/language/plan-question.ts";
import { languageOf } from "#app/domain/metrics/language/speak-language.ts";
import type { AskCase } from "./case.ts";
import { writeQuery } from "./notation.ts";

export type Graded = { question: string; isRight: boolean; expected: string; got: string };

/** What the questions of the sets call by name. */
const things = [
  { dimension: "product", id: "prd_chaleira", label: "Chaleira elétrica inox" },
  { dimension: "product", id: "prd_garrafa", label: "Garrafa térmica 1L" },
  { dimension: "brand", id: "Brastemp", label: "Brastemp" },
  { dimension: "zone", id: "zon_a", label: "A" },
  { dimension: "zone", id: "zon_b", label: "B" },
  { dimension: "person", id: "usr_ana", label: "Ana Lima" },
  { dimension: "person", id: "usr_ana2", label: "Ana Souza" },
] as const;

const lookUp: LookUp = (text, dimensions) => {
  const fold = (name: string) => name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const found = things.filter(({ dimension, label }) => dimensions.includes(dimension) && fold(label).split(" ").some((word) => fold(text).split(" ").includes(word)));
  return Promise.resolve(found.map((one) => ({ ...one, score: fold(one.label) === fold(text) ? 1 : 0.8 })).toSorted((a, b) => b.score - a.score));
};

/** Saturday, the day after Black Friday. */
export const askedAt = "2026-11-28T14:00";

function plan(question: string, previous: AskedQuery | null): Promise<Planned> {
  const outright = refuseOutright(question);
  if (outright !== null) return Promise.resolve({ ok: false, refusal: outright });
  return planQuestion({ question, previous, today: { now: askedAt, isEnglish: languageOf(question) !== "pt-BR" }, lookUp, minor: 100 });
}

export async function grade(one: AskCase): Promise<Graded> {
  const before = one.after === undefined ? null : await plan(one.after, null);
  const planned = await plan(one.question, before?.ok === true ? before.query : null);
  const got = planned.ok ? writeQuery(planned.query) : `refused: ${planned.refusal.reason}`;
  if ("means" in one) return { question: one.question, isRight: got === one.means, expected: one.means, got };
  const isRight = !planned.ok && one.refused.includes(planned.refusal.reason);
  return { question: one.question.slice(0, 80), isRight, expected: `refused: ${one.refused.join(" or ")}`, got };
}
