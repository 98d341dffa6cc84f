import { titleWords } from "../../catalog/policy.ts";
import type { AnalysisFacts } from "../facts.ts";
import { forbiddenWords, textRules, titleLength } from "../marketplace-texts.ts";
import type { AnalysisPoint, PointChange } from "../result.ts";
import { unsaidFacts } from "../rewrite-title.ts";
import { brandOf } from "../source-text.ts";
import { containsWords, isShouted } from "../words.ts";
import { evidence, point } from "./point.ts";

/** What is wrong with the title; each point offers the same best title. */
export function titlePoints(facts: AnalysisFacts, bestTitle: string | undefined): AnalysisPoint[] {
  const { listing } = facts;
  const rules = textRules[listing.vendor];
  const isLocked = rules.locksTitleAfterSale && listing.sold > 0;
  const change: PointChange | null = bestTitle === undefined || isLocked ? null : { kind: "title", text: bestTitle };
  const now = evidence("field", "title", listing.title);
  const found = [...lengthPoints(facts), ...wordPoints(facts), ...factPoints(facts)].map((one) => ({
    ...one,
    change,
    evidence: [now, ...one.evidence],
  }));
  const locked = evidence("rule", "title-locked", listing.sold);
  const isWorthSaying = isLocked && found.length > 0;
  return isWorthSaying
    ? [...found, point("title", "title-locked", { severity: "hint", facts: { sold: listing.sold }, evidence: [now, locked] })]
    : found;
}

function lengthPoints({ listing }: AnalysisFacts): AnalysisPoint[] {
  const rules = textRules[listing.vendor];
  const length = titleLength(listing.title, rules);
  const characters = listing.title.trim().length;
  const found: AnalysisPoint[] = [];
  if (length < rules.titleLeast.count) {
    const rule = `title-short-${rules.titleLeast.unit}`;
    const limit = evidence("rule", "title-least", rules.titleLeast.count);
    found.push(point("title", rule, { severity: "wrong", facts: { length, least: rules.titleLeast.count }, evidence: [limit] }));
  }
  if (characters > rules.titleMost) {
    const limit = evidence("rule", "title-most", rules.titleMost);
    found.push(
      point("title", "title-long", { severity: "wrong", facts: { length: characters, most: rules.titleMost }, evidence: [limit] }),
    );
  }
  return found;
}

function wordPoints({ listing: { title } }: AnalysisFacts): AnalysisPoint[] {
  const found: AnalysisPoint[] = [];
  const words = forbiddenWords(title);
  if (words.length > 0) {
    const said = evidence("rule", "title-words", words.join(", "));
    found.push(point("title", "title-offer-words", { severity: "wrong", facts: { words: words.join(", ") }, evidence: [said] }));
  }
  if (isShouted(title))
    found.push(point("title", "title-shouts", { severity: "watch", evidence: [evidence("rule", "title-case", "70 %")] }));
  const signs = /[!*#~|★✓✅🔥]|\p{Extended_Pictographic}/u.exec(title);
  if (signs !== null) {
    found.push(
      point("title", "title-signs", {
        severity: "watch",
        facts: { sign: signs[0] },
        evidence: [evidence("rule", "title-signs", signs[0])],
      }),
    );
  }
  const twice = repeated(title);
  if (twice !== undefined) {
    found.push(
      point("title", "title-repeats", { severity: "watch", facts: { word: twice }, evidence: [evidence("figure", "word", twice)] }),
    );
  }
  return found;
}

function repeated(title: string): string | undefined {
  const words = title.split(/\s+/).flatMap((word) => [...titleWords(word)]);
  return words.find((word, index) => word.length > 2 && !/\d/.test(word) && words.indexOf(word) !== index);
}

function factPoints(facts: AnalysisFacts): AnalysisPoint[] {
  const { listing, product } = facts;
  const found: AnalysisPoint[] = [];
  const brand = brandOf(facts);
  if (brand !== null && !containsWords(listing.title, brand)) {
    const isOwn = listing.attributes.some(({ value }) => value.trim() === brand);
    const known = evidence(isOwn || product === null ? "field" : "product", "brand", brand);
    found.push(point("title", "title-no-brand", { severity: "watch", facts: { brand }, evidence: [known] }));
  }
  const [fact] = unsaidFacts(facts);
  if (fact !== undefined) {
    const known = evidence(fact.from === "listing" ? "field" : "product", fact.name, `${fact.name}: ${fact.value}`);
    found.push(point("title", "title-unsaid", { severity: "watch", facts: { name: fact.name, value: fact.value }, evidence: [known] }));
  }
  return found;
}
