import { isSuspicious } from "../ai/suspicious.ts";
import { objectionTo } from "./check-text.ts";
import type { AnalysisFacts } from "./facts.ts";
import { tellsBuyers } from "./source-text.ts";
import { contactData, textRules } from "./marketplace-texts.ts";
import { cutToWords, languageOfSite, type WritingLanguage } from "./words.ts";

const words: Record<WritingLanguage, { details: string; asked: string; question: string; answer: string }> = {
  pt: { details: "Características", asked: "Perguntas frequentes", question: "P", answer: "R" },
  es: { details: "Características", asked: "Preguntas frecuentes", question: "P", answer: "R" },
  en: { details: "Details", asked: "Questions and answers", question: "Q", answer: "A" },
};
const mostDetails = 15;
const mostAnswers = 5;

/**
 * The description in an order that answers what buyers look for: what it is, its details, what was written before, and what
 * others asked. Null when that says nothing the present one does not.
 */
export function rewriteDescription(facts: AnalysisFacts, title: string): string | null {
  const { listing } = facts;
  const { details, asked, question, answer } = words[languageOfSite(listing.site)];
  const body = cleanBody(listing.description ?? "");
  const isSaid = (text: string) => body.toLowerCase().includes(text.toLowerCase());
  const lines = detailsOf(facts).filter((line) => !isSaid(line));
  const answers = facts.questions
    .filter(({ text, answer: said }) => said !== null && isFit(text) && isFit(said) && !isSaid(said))
    .slice(0, mostAnswers)
    .map(({ text, answer: said }) => `${question}: ${oneLine(text)}\n${answer}: ${oneLine(said ?? "")}`);
  const parts = [
    body.startsWith(title) ? "" : title,
    lines.length === 0 ? "" : [`${details}:`, ...lines.map((line) => `- ${line}`)].join("\n"),
    body,
    answers.length === 0 ? "" : [`${asked}:`, ...answers].join("\n"),
  ].filter((part) => part !== "");
  const text = cut(parts, textRules[listing.vendor].descriptionMost);
  return lines.length + answers.length === 0 || objectionTo("description", text, facts) !== null ? null : text;
}

function detailsOf({ listing, product }: Pick<AnalysisFacts, "listing" | "product">): string[] {
  const known = new Map<string, string>();
  for (const { name, value } of [...listing.attributes, ...(product?.attributes ?? [])].filter((one) => tellsBuyers(one))) {
    const key = name.trim().toLowerCase();
    if (!known.has(key) && isFit(value)) known.set(key, `${oneLine(name)}: ${oneLine(value)}`);
  }
  return [...known.values()].slice(0, mostDetails);
}

/** Lines that lead buyers away, or talk to a machine, are left out whole. */
function cleanBody(description: string): string {
  return description
    .split("\n")
    .filter((line) => isFit(line))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function isFit(text: string): boolean {
  return contactData(text) === null && !isSuspicious(text);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Whole parts, in their order of worth; only the first may be cut. */
function cut(parts: readonly string[], most: number): string {
  let text = "";
  for (const part of parts) {
    const longer = text === "" ? cutToWords(part, most) : `${text}\n\n${part}`;
    if (longer.length <= most) text = longer;
  }
  return text;
}
