import { foldText } from "../text/normalise.ts";

/** What of a thing can be asked for. `asked`: how people do; `named`: how catalogues call it. All folded. */
const kinds = {
  voltage: { asked: /\b(?:volts?|voltagem|voltage|tensao|bivolt|(?:110|115|127|220|230|240) ?v?)\b/, named: /volt|tensao/ },
  colour: { asked: /\b(?:cor|cores|colou?rs?)\b/, named: /\bcor(?:es)?\b|colou?r/ },
  size: {
    asked:
      /\b(?:tamanhos?|sizes?|medidas?|dimens(?:oes|ao|ions?)|largura|altura|comprimento|profundidade|width|height|length|depth|big|large)\b/,
    named: /tamanho|size|medida|dimens|largura|altura|comprimento|width|height|length/,
  },
  weight: { asked: /\b(?:peso|pesa|pesam|weighs?|weight|heavy|pesad[oa])\b/, named: /peso|weight/ },
  material: { asked: /\b(?:material|materiais|feit[oa] de|made (?:of|from)|tecido|fabric)\b/, named: /material|tecido|fabric/ },
  brand: { asked: /\b(?:marcas?|brands?|fabricante|manufacturer)\b/, named: /marca|brand|fabricante/ },
  model: { asked: /\b(?:modelo|model)\b/, named: /modelo|model/ },
  warranty: { asked: /\b(?:garantia|warranty|guarantee)\b/, named: /garantia|warranty/ },
  capacity: { asked: /\b(?:capacidade|capacity|litros?|lit(?:er|re)s?|cabem|holds?)\b/, named: /capacidade|capacity|volume/ },
  power: { asked: /\b(?:potencia|watts?|wattage)\b/, named: /potencia|power|watt/ },
  contents: {
    asked: /\b(?:acompanha|inclui|incluso|vem com|in the box|comes? with|included?s?)\b/,
    named: /conteudo|itens inclu|included|acompanha/,
  },
} as const;
export type AttributeKind = keyof typeof kinds;
const attributeKinds = Object.keys(kinds).filter((name): name is AttributeKind => Object.hasOwn(kinds, name));

/** A word of one language, and what the same colour is called elsewhere. */
const colours = [
  ["azul", "blue", "navy"],
  ["branco", "branca", "white"],
  ["preto", "preta", "black"],
  ["vermelho", "vermelha", "red"],
  ["inox", "stainless"],
  ["verde", "green"],
  ["amarelo", "amarela", "yellow"],
  ["cinza", "grey", "gray"],
  ["rosa", "pink"],
  ["roxo", "roxa", "purple"],
  ["bege", "beige"],
  ["marrom", "brown"],
  ["prata", "prateado", "silver"],
  ["dourado", "dourada", "golden"],
  ["laranja", "orange"],
] as const;

/** What is asked for by name: one of these words, in a value, is it. */
export type AskedValue = { kind: AttributeKind; words: readonly string[]; shown: string };

export function kindsAskedIn(folded: string): AttributeKind[] {
  const asked = attributeKinds.filter((kind) => kinds[kind].asked.test(folded));
  return asked.length > 0 ? asked : valuesAskedIn(folded).map(({ kind }) => kind);
}

export function valuesAskedIn(folded: string): AskedValue[] {
  const volts = [...folded.matchAll(/\b(110|115|127|220|230|240)(?: ?v(?:olts?)?)?\b/g)].map(([, number = ""]): AskedValue => ({
    kind: "voltage",
    words: [number],
    shown: `${number} V`,
  }));
  const bivolt: AskedValue[] = /\bbivolt\b/.test(folded) ? [{ kind: "voltage", words: ["bivolt"], shown: "bivolt" }] : [];
  const tones = colours.flatMap((words): AskedValue[] => {
    const said = words.find((word) => new RegExp(String.raw`\b${word}s?\b`).test(folded));
    return said === undefined ? [] : [{ kind: "colour", words, shown: said }];
  });
  const size = /\b(?:tamanho|size) (pp|p|m|g|gg|xs|s|l|xl|\d{1,3})\b/.exec(folded)?.[1];
  const sizes: AskedValue[] = size === undefined ? [] : [{ kind: "size", words: [size], shown: size.toUpperCase() }];
  return [...volts, ...bivolt, ...tones, ...sizes];
}

export function isNamedAs(kind: AttributeKind, attributeName: string): boolean {
  return kinds[kind].named.test(foldText(attributeName));
}

/** Whole words only: "P" is no part of "Preto". */
export function holdsValue({ words }: AskedValue, text: string): boolean {
  const folded = foldText(text);
  return words.some((word) => new RegExp(String.raw`(?<![a-z0-9])${word}s?(?![a-z0-9])`).test(folded.replaceAll(/(\d)v\b/g, "$1 v")));
}

export function isAskedForIn(kind: AttributeKind, sentence: string): boolean {
  const { asked, named } = kinds[kind];
  const folded = foldText(sentence);
  return asked.test(folded) || named.test(folded);
}
