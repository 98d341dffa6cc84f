import type { DimensionId } from "../kinds.ts";
import { type Line, lineText, take, takeAll } from "./line.ts";
import { isDimension } from "./mark-concepts.ts";
import type { Value } from "./reading.ts";

const each =
  "(?:by|per|por|each|every|cada|em cada|de cada|for each|in each|of each|across|which|what|qual|quais|que|entre os|entre as|entre|between|among|for every|from each)";
const ofEach = "(?: (?:the|of|o|a|os|as|de|do|da|dos|das|every|each|different|our|my|nossos|meus|nossas|minhas))*";
const splits = new RegExp(
  `${each}${ofEach} <dims?:(?<first>[a-z-]+)>(?:(?: (?:and|e|x|by|per|por|then|depois))+${ofEach} <dims?:(?<second>[a-z-]+)>)?(?! <name>)`,
);
const pair = /<dims?:(?<first>[a-z-]+)> (?:x|vs|versus|by|per|por) <dims?:(?<second>[a-z-]+)>/;
/** Each of those who do something, and the shops on the marketplaces, which are channels here. */
const eachOne = /(?:(?:por|by|per|de|para|for) )?(?:cada um(?: deles)?|cada uma(?: delas)?|each one|each of (?:them|us))/;
const eachShop = new RegExp(`${each}${ofEach} (?:shops?|stores?|lojas?|storefronts?)`);
/** Reviews by rating are told apart by their stars. */
const eachRating = /(?:by|per|por|each|cada)(?: (?:star|number of|numero de))* <metric:average-rating>/;
/** "Each agent ran" is one name of a number. */
const eachRun = /(?:each|every|per|cada|por|by) <metric:agent-runs>/;

const not =
  "(?:except|excluding|exclude|remove|removing|leave out|leaving out|take out|tira|tire|tirar|remova|remover|retira|retire|exclui|exclua|without|other than|but not|and not|not|ignoring|sem|exceto|menos|fora|tirando|nao|a nao ser|excluindo|desconsiderando|ignorando|outside)";
const between =
  "(?: (?:are|were|is|was|come|came|sao|foram|vem|vieram|for|from|on|in|at|of|the|o|a|os|as|de|da|do|na|no|em|com|with|contar|incluir|counting|including|<dims?:(?:channel|vendor)>))*";
const ruledOut = new RegExp(`${not}${between} <value:(?<value>[a-z-]+=[^>]+)>`);
const ruledOutToo = /(?<=<not:[a-z-]+=[^>]+> (?:and|or|e|ou|nor|nem) )<value:(?<value>[a-z-]+=[^>]+)>/;
/** "The channel Shopee" says what Shopee is and asks for no split. */
const saidToBe =
  /<dims?:(?:channel|vendor|device|order-state|listing-status|rating)>(?=(?: (?:loja|shop|store|the|o|a|do|da|de|of|is|na|no|on))* <value:)/;
const sideBySide =
  /<value:(?<first>[a-z-]+=[^>]+)> (?:vs|versus|x|contra|against|compared (?:to|with)|comparad[oa] (?:com|a)) (?:(?:o|a|the|da|do) )?<value:(?<second>[a-z-]+=[^>]+)>/;

const apart = /<vs> <value:(?<value>[a-z-]+=[^>]+)>/;
/** "Shopee or Mercado Livre", where one of them is asked for. */
const eitherOf = new RegExp(sideBySide.source.replace("vs|", "vs|or|ou|and|e|"));

function valuesFrom(text: string | undefined, isNot: boolean): Value[] {
  const [dimension, ...rest] = (text ?? "").split("=");
  if (!isDimension(dimension)) return [];
  return rest
    .join("=")
    .split("+")
    .map((value) => ({ dimension, value, isNot }));
}

/** By what rows are told apart. */
export function readSplits(line: Line): DimensionId[] {
  const by: DimensionId[] = [];
  const keep = (groups: Readonly<Record<string, string | undefined>> | undefined) => {
    for (const name of [groups?.["first"], groups?.["second"]]) if (isDimension(name) && !by.includes(name)) by.push(name);
  };
  if (take(line, eachOne, () => "<by>") !== null) by.push("person");
  if (take(line, eachShop, () => "<by>") !== null) by.push("channel");
  if (/<metric:(?:reviews|complaints)>/.test(lineText(line)) && take(line, eachRating, () => "<by>") !== null) by.push("rating");
  if (take(line, eachRun, () => "<metric:agent-runs>") !== null) by.push("agent");
  takeAll(line, splits, ({ groups }) => (keep(groups), "<by>"));
  takeAll(line, pair, ({ groups }) => (keep(groups), "<by>"));
  return by;
}

/** Our own values of splits. Two that are set beside each other are a split too, which is added to `by`. */
export function readValues(line: Line, by: DimensionId[], isChoice: boolean): Value[] {
  const values: Value[] = [];
  const keep = (text: string | undefined, isNot: boolean) => {
    const found = valuesFrom(text, isNot);
    values.push(...found);
    return found[0];
  };
  takeAll(line, isChoice ? eitherOf : sideBySide, ({ groups }) => {
    const value = keep(groups?.["first"], false);
    keep(groups?.["second"], false);
    if (value !== undefined && !by.includes(value.dimension)) by.push(value.dimension);
    return "<vs>";
  });
  const ruleOut = (pattern: RegExp) =>
    takeAll(line, pattern, ({ groups }) => (keep(groups?.["value"], true), `<not:${groups?.["value"] ?? ""}>`));
  ruleOut(ruledOut);
  ruleOut(ruledOutToo);
  takeAll(line, saidToBe, () => "<named>");
  takeAll(line, apart, ({ groups }) => {
    const [value] = valuesFrom(groups?.["value"], false);
    keep(groups?.["value"], false);
    if (value !== undefined && !by.includes(value.dimension)) by.push(value.dimension);
    return "<only>";
  });
  takeAll(line, /<value:(?<value>[a-z-]+=[^>]+)>/, ({ groups }) => (keep(groups?.["value"], false), "<only>"));
  return values;
}
