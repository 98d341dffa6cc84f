import { readReview } from "#app/domain/reviews/complaints.ts";
import { type Language, languages } from "#app/domain/text/language.ts";
import { readText } from "#app/domain/text/read-text.ts";
import { type Labelled, labelledReviews } from "./labelled.ts";
import { unseenReviews } from "./labelled-unseen.ts";

export type Marks = {
  language: Language;
  /** Of texts that were never looked at while the rules were written. */
  isUnseen: boolean;
  reviews: number;
  /** Of the complaints found, how many are there. */
  precision: number;
  /** Of the complaints that are there, how many were found. */
  recall: number;
  /** Reviews of which everything was found and nothing else. */
  exact: number;
  /** Texts whose language was told. */
  languageRight: number;
  /** What came out otherwise than labelled, to be read. */
  wrong: { id: string; missed: string[]; invented: string[] }[];
};

type Figures = Pick<Marks, "precision" | "recall" | "exact" | "languageRight">;

/** What rules have to reach: less on what they have never met. */
export const thresholds: { known: Figures; unseen: Figures } = {
  known: { precision: 0.9, recall: 0.9, exact: 0.85, languageRight: 0.95 },
  unseen: { precision: 0.8, recall: 0.55, exact: 0.5, languageRight: 0.9 },
};

/** Complaints as rules read them, against labels made by hand; a text's language is told by the text alone. */
export function evaluateReviews(): Marks[] {
  return languages.flatMap((language) => [
    marksOf(language, labelledReviews[language], false),
    marksOf(language, unseenReviews[language], true),
  ]);
}

function marksOf(language: Language, labelled: readonly Labelled[], isUnseen: boolean): Marks {
  const other = language === "pt" ? "en" : "pt";
  const judged = labelled.map(({ id, rating, text, complaints }) => {
    const found = readReview({ title: "", text, rating }, language).complaints.map(({ aspect }) => aspect);
    const missed = complaints.filter((aspect) => !found.includes(aspect));
    const invented = found.filter((aspect) => !complaints.includes(aspect));
    return { id, missed, invented, found: found.length, there: complaints.length, isTold: readText(text, other).language === language };
  });
  const found = sum(judged.map((one) => one.found));
  const there = sum(judged.map((one) => one.there));
  const right = found - sum(judged.map(({ invented }) => invented.length));
  const wrong = judged.filter(({ missed, invented }) => missed.length + invented.length > 0);
  return {
    language,
    isUnseen,
    reviews: labelled.length,
    precision: right / found,
    recall: right / there,
    exact: 1 - wrong.length / labelled.length,
    languageRight: judged.filter(({ isTold }) => isTold).length / labelled.length,
    wrong: wrong.map(({ id, missed, invented }) => ({ id, missed, invented })),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
