import { isSuspicious } from "../ai/suspicious.ts";
import type { TextField } from "../channels/remote.ts";
import type { KnownGoods } from "./facts.ts";
import { contactData, forbiddenWords, textRules, titleLength } from "./marketplace-texts.ts";
import type { LeftOutReason } from "./result.ts";
import { brandOf, sourceText } from "./source-text.ts";
import { containsWords, numbersIn, voltagesIn } from "./words.ts";

/** Braces, names with values and tags: pieces of what a model was given or wrote in, which are no words for buyers. */
const markup = /[{}]|"\s*:\s*(?:["[\d]|null\b|true\b|false\b)|<\/?[a-z][^>]*>/i;

type Objection = { reason: LeftOutReason; detail: string };

/**
 * Why a new text may not be shown or told to a marketplace; null when it may. Whoever wrote it, rules or a model, nothing that
 * is not known of the goods gets through: no number from nowhere, no other voltage, no lost brand, no words against the rules.
 */
export function objectionTo(field: TextField, text: string, facts: KnownGoods): Objection | null {
  if (isSuspicious(text)) return { reason: "order-inside", detail: "" };
  const contact = contactData(text);
  if (contact !== null) return { reason: "contact-data", detail: contact };
  const code = markup.exec(text)?.[0];
  if (code !== undefined) return { reason: "forbidden-word", detail: code };
  return (field === "title" ? titleObjection(text, facts) : descriptionObjection(text, facts)) ?? factObjection(field, text, facts);
}

function titleObjection(text: string, { listing }: Pick<KnownGoods, "listing">): Objection | null {
  const rules = textRules[listing.vendor];
  if (text.trim().length > rules.titleMost) return { reason: "too-long", detail: String(text.trim().length) };
  if (titleLength(text, rules) < rules.titleLeast.count) return { reason: "too-short", detail: String(titleLength(text, rules)) };
  if (text.trim() === listing.title.trim()) return { reason: "same-as-now", detail: "" };
  const [word] = forbiddenWords(text);
  return word === undefined ? null : { reason: "forbidden-word", detail: word };
}

function descriptionObjection(text: string, { listing }: Pick<KnownGoods, "listing">): Objection | null {
  const rules = textRules[listing.vendor];
  const length = text.trim().length;
  if (length > rules.descriptionMost) return { reason: "too-long", detail: String(length) };
  if (length < rules.descriptionLeast) return { reason: "too-short", detail: String(length) };
  return text.trim() === (listing.description ?? "").trim() ? { reason: "same-as-now", detail: "" } : null;
}

function factObjection(field: TextField, text: string, facts: KnownGoods): Objection | null {
  const known = numbersIn(sourceText(facts));
  const invented = [...numbersIn(text)].find((number) => !known.has(number));
  if (invented !== undefined) return { reason: "invented-number", detail: invented };
  if (field === "description") return null;
  const now = facts.listing.title;
  const lost = [...voltagesIn(now)].find((volts) => !voltagesIn(text).has(volts));
  if (lost !== undefined) return { reason: "lost-fact", detail: lost };
  const other = [...voltagesIn(text)].find((volts) => voltagesIn(now).size > 0 && !voltagesIn(now).has(volts));
  if (other !== undefined) return { reason: "lost-fact", detail: other };
  const brand = brandOf(facts);
  const isBrandLost = brand !== null && containsWords(now, brand) && !containsWords(text, brand);
  return isBrandLost ? { reason: "lost-fact", detail: brand } : null;
}
