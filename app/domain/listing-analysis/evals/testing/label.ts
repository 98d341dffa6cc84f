import type { AnalysisFacts } from "../../facts.ts";
import type { AnalysisArea } from "../../result.ts";
import { analysisFacts } from "../../testing/facts.ts";

type Change = NonNullable<Parameters<typeof analysisFacts>[0]>;
export type LabelledListing = {
  id: string;
  language: "pt" | "en";
  facts: AnalysisFacts;
  /** Where somebody who knows the trade sees something to mend. */
  faults: readonly AnalysisArea[];
  /** Outside text that tries to give orders. */
  isSuspicious: boolean;
};

type Label = { faults?: readonly AnalysisArea[]; isSuspicious?: boolean };

export const enough = {
  pt: "Produto de boa qualidade, com acabamento cuidadoso, pensado para o uso diário em casa. Acompanha manual em português e garantia do fabricante.",
  en: "A well-made product with a careful finish, meant for daily use at home. It comes with a manual in English and the warranty of its maker.",
};

export function listing(
  language: "pt" | "en",
  id: string,
  { listing: own, ...rest }: Change,
  { faults = [], isSuspicious = false }: Label = {},
): LabelledListing {
  const base = { site: language === "pt" ? "BR" : "SG", description: enough[language], attributes: [] };
  return { id: `${language}-${id}`, language, facts: analysisFacts({ ...rest, listing: { ...base, ...own } }), faults, isSuspicious };
}

export const attribute = (name: string, value: string) => ({ key: name.toUpperCase(), name, value });
export const review = (id: string, rating: number, text: string) => ({ id, rating, text });
export const question = (id: string, text: string, answer: string | null = null) => ({ id, text, answer });
