import type { Language } from "../text/language.ts";
import { foldText } from "../text/normalise.ts";
import type { Aspect } from "../text/aspect-terms.ts";
import { type FixTarget, placeOf } from "./fix-targets.ts";
import { isAspect } from "./gap.ts";

/** What the goods say of themselves today. */
export type ToldOf = { description: string; attributes: readonly { key: string; name: string; value: string }[]; language: Language };

/**
 * What can mend a complaint. `sentence` answers it with what is known of the goods and is not said yet; null where nothing is
 * known that would answer it.
 */
export type Fix = { target: FixTarget; attribute: string | null; known: string | null; sentence: string | null };

const mostAttributes = 3;

type Wording = Readonly<Record<Language, (known: string) => string>>;
const wordings: Partial<Record<Aspect, Wording>> = {
  size: {
    pt: (known) => `Confira as medidas antes de comprar. ${known}.`,
    en: (known) => `Please check the measurements before you buy. ${known}.`,
  },
  voltage: {
    pt: (known) => `Confira a voltagem da sua tomada antes de comprar. ${known}.`,
    en: (known) => `Please check the voltage of your outlet before you buy. ${known}.`,
  },
  compatibility: {
    pt: (known) => `Confira a compatibilidade antes de comprar. ${known}.`,
    en: (known) => `Please check that it fits before you buy. ${known}.`,
  },
  colour: {
    pt: (known) => `${known}. A cor pode variar conforme a tela.`,
    en: (known) => `${known}. Colours may differ from screen to screen.`,
  },
  "missing-parts": { pt: (known) => `O que vem na caixa: ${known}.`, en: (known) => `In the box: ${known}.` },
  noise: { pt: (known) => `${known}.`, en: (known) => `${known}.` },
  battery: { pt: (known) => `${known}.`, en: (known) => `${known}.` },
};

export function fixFor(topic: string, told: ToldOf): Fix {
  if (!isAspect(topic)) return { target: "description", attribute: null, known: null, sentence: null };
  const { target, attributes } = placeOf(topic);
  const telling =
    attributes === undefined
      ? []
      : told.attributes.filter(({ key, name }) => attributes.test(foldText(name)) || attributes.test(foldText(key)));
  const [first] = telling;
  if (first === undefined) return { target, attribute: null, known: null, sentence: null };
  const known = telling
    .slice(0, mostAttributes)
    .map(({ name, value }) => `${name}: ${value}`)
    .join(", ");
  const isSaid = telling.slice(0, mostAttributes).every(({ value }) => foldText(told.description).includes(foldText(value)));
  const sentence = isSaid ? undefined : wordings[topic]?.[told.language](known);
  // The attribute is filled in and buyers do not see it: then a sentence has to say it.
  return { target: target === "attribute" ? "description" : target, attribute: first.name, known, sentence: sentence ?? null };
}
