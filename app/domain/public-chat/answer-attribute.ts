import { sentencesOf } from "../text/tokenise.ts";
import { type AskedValue, type AttributeKind, holdsValue, isAskedForIn, isNamedAs } from "./attribute-kinds.ts";
import type { Drafted } from "./compose-answer.ts";
import type { ChatLanguage } from "./kinds.ts";
import { matchGoods } from "./match-goods.ts";
import type { PublicGood } from "./public-good.ts";
import { sentences } from "./sentences.ts";
import { wordsOf } from "./words.ts";

const mostOthers = 3;

type Fact = { name: string; value: string };

/** What a catalogue says of one side of a thing: by its attributes, its choices, or a sentence of its description. */
function factOf(good: PublicGood, kind: AttributeKind, language: ChatLanguage): Fact | undefined {
  if (kind === "brand" && good.brand !== null) return { name: language === "pt" ? "Marca" : "Brand", value: good.brand };
  const attribute = good.attributes.find(({ name }) => isNamedAs(kind, name));
  if (attribute !== undefined) return attribute;
  const options = good.options.map(({ name }) => name).filter((name) => name !== "");
  return options.length > 1 && (kind === "colour" || kind === "size" || kind === "voltage")
    ? { name: sentences[language].option, value: options.join(", ") }
    : undefined;
}

function sayingOf(good: PublicGood, kind: AttributeKind): string | undefined {
  const said = sentencesOf(good.description).map(({ start, end }) => good.description.slice(start, end));
  return said.find((sentence) => isAskedForIn(kind, sentence));
}

/** One thing, one side of it; and where a value was asked for, whether it is so and what else there is with it. */
export function answerAttribute(
  good: PublicGood,
  others: readonly PublicGood[],
  { kind, value, language }: { kind: AttributeKind; value: AskedValue | undefined; language: ChatLanguage },
): Drafted {
  const t = sentences[language];
  const about = [good];
  if (value !== undefined) return { outcome: "answered", topic: "attribute", ...answerValue(good, others, value, language) };
  const fact = factOf(good, kind, language);
  if (fact !== undefined) return { outcome: "answered", topic: "attribute", text: t.has(good.title, fact.name, fact.value), about };
  const saying = sayingOf(good, kind);
  if (saying !== undefined) return { outcome: "answered", topic: "attribute", text: t.says(good.title, saying), about };
  return { outcome: "unanswered", topic: "attribute", text: t.notSaid(good.title), about };
}

function answerValue(good: PublicGood, others: readonly PublicGood[], value: AskedValue, language: ChatLanguage) {
  const t = sentences[language];
  const option = good.options.find(({ name }) => holdsValue(value, name));
  const fact = factOf(good, value.kind, language);
  if (option !== undefined && option.name !== "") return { text: t.yes(good.title, t.option, option.name), about: [good] };
  const isSo = fact === undefined ? holdsValue(value, good.title) : holdsValue(value, fact.value);
  if (isSo)
    return {
      text: fact === undefined ? t.yes(good.title, t.option, value.shown) : t.yes(good.title, fact.name, fact.value),
      about: [good],
    };
  const no = fact === undefined ? t.noValue(value.shown, good.title) : t.no(good.title, fact.name, fact.value);
  const rest = others.filter((other) => other.id !== good.id && hasValue(other, value));
  // Called much like this one: another kettle, and not whatever else runs on that voltage.
  const alike = matchGoods(wordsOf(good.title), rest)
    .slice(0, mostOthers)
    .map((match) => match.good);
  if (alike.length === 0) return { text: no, about: [good] };
  return { text: `${no} ${t.others(value.shown, alike.map(({ title }) => title).join("; "))}`, about: [good, ...alike] };
}

export function hasValue(good: PublicGood, value: AskedValue): boolean {
  const told = good.attributes.filter(({ name }) => isNamedAs(value.kind, name)).map((attribute) => attribute.value);
  return [...told, ...good.options.map(({ name }) => name), good.title].some((text) => holdsValue(value, text));
}
