import { answerAttribute, hasValue } from "./answer-attribute.ts";
import { answerComparison, sidesOf } from "./answer-comparison.ts";
import type { Outcome, Topic } from "./kinds.ts";
import { bestOf, matchGoods } from "./match-goods.ts";
import type { PublicGood } from "./public-good.ts";
import type { ReadQuestion } from "./read-question.ts";
import { levelText, lineOf, priceOf, refusalOf, sentences, type Shown } from "./sentences.ts";
import { policiesIn, sharedWords, tellingWords, wordsOf } from "./words.ts";

export type Drafted = { outcome: Outcome; topic: Topic; text: string; about: PublicGood[] };

/** All there is to answer from: what anybody may see of goods, and what the shop has published. */
export type PublicKnowledge = {
  goods: readonly PublicGood[];
  /** What the conversation or the page is about, where the question names nothing. */
  context: readonly PublicGood[];
  passages: readonly string[];
  shown: Shown;
};

const mostLines = 4;
const describedLength = 220;

/** An answer by rules. Each figure and fact in it stands in the catalogue; what is not there is not said. */
export function composeAnswer(question: ReadQuestion, known: PublicKnowledge): Drafted {
  const { language, bound, smallTalk } = question;
  const t = sentences[language];
  if (bound !== undefined) return { outcome: "declined", topic: bound, text: refusalOf(bound, language), about: [] };
  if (smallTalk !== undefined) return { outcome: "answered", topic: smallTalk, text: t[smallTalk], about: [] };
  const policy = answerPolicy(question, known.passages);
  if (policy?.outcome === "answered") return policy;
  const subjects = subjectsOf(question, known);
  if (question.asksComparison) {
    const sides = sidesOf(question, known.goods, subjects);
    if (sides.length > 1) return answerComparison(question, sides, known.shown);
  }
  if (policy !== undefined) return policy;
  const [subject] = subjects;
  return subject === undefined ? answerNothing(question) : answerOf(question, subjects, subject, known);
}

/** What the question names; what stood in the talk before where it names nothing. */
export function subjectsOf(question: ReadQuestion, { goods, context }: Pick<PublicKnowledge, "goods" | "context">): PublicGood[] {
  const named = bestOf(matchGoods(question.names, goods));
  if (named.length === 0) return question.names.length === 0 && /[a-z]/.test(question.folded) ? [...context] : [];
  // Of several that are named alike, those with the value that was asked for are meant, if there are any.
  const exact = named.filter((good) => question.values.every((value) => hasValue(good, value)));
  return exact.length > 0 ? exact : named;
}

function answerOf(question: ReadQuestion, subjects: readonly PublicGood[], subject: PublicGood, known: PublicKnowledge): Drafted {
  const { language, attributes, values, asksPrice, asksAvailability } = question;
  const [kind] = attributes;
  const isOne = subjects.length === 1 || values.length > 0 || known.context.includes(subject);
  if (kind !== undefined && isOne && !asksPrice) {
    return answerAttribute(subject, known.goods, { kind, value: values.find((value) => value.kind === kind), language });
  }
  if (subjects.length > 1) return answerSeveral(question, subjects, known.shown);
  if (asksPrice) return answerPrice(question, subject, known.shown);
  if (asksAvailability) return answerAvailability(question, subject, known.shown);
  return describe(question, subject, known.shown);
}

function answerNothing({ language, names, isSeeking, asksPrice, asksAvailability, attributes }: ReadQuestion): Drafted {
  const t = sentences[language];
  const isAboutGoods = asksPrice || asksAvailability || attributes.length > 0;
  if (names.length === 0 && isAboutGoods) return { outcome: "answered", topic: "goods", text: t.whichGood, about: [] };
  if (isAboutGoods || isSeeking) return { outcome: "unanswered", topic: "goods", text: t.nothingFound, about: [] };
  return { outcome: "declined", topic: "off-topic", text: refusalOf("off-topic", language), about: [] };
}

/** The paragraph that is most about what was asked, in the shop's own words. Undefined where no rule of the shop was asked for. */
function answerPolicy(question: ReadQuestion, passages: readonly string[]): Drafted | undefined {
  const asked = wordsOf(question.folded);
  const rated = passages.map((passage) => {
    const words = wordsOf(passage);
    const about = policiesIn(words);
    return { passage, shared: question.policies.filter((one) => about.includes(one)).length, words: sharedWords(asked, words) };
  });
  const [best] = rated.toSorted((a, b) => b.shared * 3 + b.words - (a.shared * 3 + a.words));
  if (question.policies.length > 0) {
    const isFound = best !== undefined && best.shared > 0;
    const text = isFound ? best.passage : sentences[question.language].noPolicy;
    return { outcome: isFound ? "answered" : "unanswered", topic: "policy", text, about: [] };
  }
  // Opening hours, invoices: without a word for it in our lists, most of what was asked has to stand there.
  const isClose = best !== undefined && best.words >= 2 && best.words >= tellingWords(asked) * 0.6 && question.attributes.length === 0;
  return isClose ? { outcome: "answered", topic: "policy", text: best.passage, about: [] } : undefined;
}

function answerSeveral({ language }: ReadQuestion, subjects: readonly PublicGood[], shown: Shown): Drafted {
  const t = sentences[language];
  const about = subjects.slice(0, mostLines);
  const head = subjects.length > mostLines ? t.some(about.length) : t.several(about.length);
  return {
    outcome: "answered",
    topic: "goods",
    text: [head, ...about.map((good) => `• ${lineOf(good, language, shown)}`)].join("\n"),
    about,
  };
}

function answerPrice({ language }: ReadQuestion, good: PublicGood, { prices, availability }: Shown): Drafted {
  const t = sentences[language];
  const price = prices ? priceOf(good, language) : undefined;
  const stock = availability && good.level !== "in" ? ` ${t.isLevel(good.title, levelText(good.level, language))}` : "";
  const text = price === undefined ? t.pricesElsewhere(good.title) : `${t.costs(good.title, price)}${stock}`;
  return { outcome: "answered", topic: "price", text, about: [good] };
}

function answerAvailability({ language }: ReadQuestion, good: PublicGood, { availability }: Shown): Drafted {
  const t = sentences[language];
  const about = [good];
  if (!availability) return { outcome: "answered", topic: "availability", text: t.availabilityElsewhere(good.title), about };
  const options = good.options.filter(({ name }) => name !== "");
  const detail =
    options.length > 1 ? options.map(({ name, level }) => t.optionLevel(name, levelText(level, language))).join("; ") : undefined;
  const text = t.isLevel(good.title, detail ?? levelText(good.level, language));
  return { outcome: "answered", topic: "availability", text, about };
}

function describe({ language }: ReadQuestion, good: PublicGood, shown: Shown): Drafted {
  const t = sentences[language];
  const parts = [
    `${lineOf(good, language, shown)}.`,
    good.brand === null || good.title.includes(good.brand) ? "" : t.brand(good.brand),
    shorten(good.description),
  ];
  return { outcome: "answered", topic: "goods", text: parts.filter((part) => part !== "").join(" "), about: [good] };
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= describedLength) return line;
  const cut = line.slice(0, describedLength);
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "));
  return end > describedLength / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}
