import type { z } from "zod";
import { isSuspicious } from "#app/domain/ai/suspicious.ts";
import { foldText } from "#app/domain/text/normalise.ts";
import type { Wanting, wordingSchema } from "./prompt.ts";

export type Wording = { name: string; sentence: string };

const mostNameChars = 48;
const mostChars = 300;
/** Nothing that leads away from the marketplace, and nothing a marketplace takes a listing down for. */
const forbidden = /https?:|www\.|@|\bwhats|\binstagram\b|r\$|us\$|[<>{}]|\p{Extended_Pictographic}|[\n\r]/iu;

/** Of a model's words those that hold: about gaps it was asked for, without a figure nobody told it. */
export function soundWordings(asked: readonly Wanting[], answer: z.infer<typeof wordingSchema>): Map<string, Wording> {
  const wanted = new Map(asked.map((one) => [one.id, one]));
  return new Map(
    answer.gaps.flatMap(({ id, name, sentence }): [string, Wording][] => {
      const gap = wanted.get(id);
      if (gap === undefined || !isSound(name, mostNameChars, gap) || !isSound(sentence, mostChars, gap)) return [];
      return [[id, { name: name.trim(), sentence: sentence.trim() }]];
    }),
  );
}

function isSound(text: string, mostLength: number, { fix }: Wanting): boolean {
  const said = text.trim();
  if (said === "" || said.length > mostLength || forbidden.test(said) || isSuspicious(said)) return false;
  const known = foldText(`${fix.known ?? ""} ${fix.sentence ?? ""}`);
  return (foldText(said).match(/\d+(?:[.,]\d+)*/g) ?? []).every((figure) => figuresOf(known).has(figure));
}

function figuresOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d+(?:[.,]\d+)*/g));
}
