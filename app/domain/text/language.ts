import type { Token } from "./tokenise.ts";

export const languages = ["pt", "en"] as const;
export type Language = (typeof languages)[number];

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words that only one of the two has. */
const telling: Readonly<Record<Language, ReadonlySet<string>>> = {
  pt: words(
    "nao que com uma um para muito muita veio chegou produto esta foi meu minha mas porem por dos das nas ele ela voce mais ainda bem ruim bom boa otimo pessimo gostei comprei recebi tem sem ja so eu e o os ao pela pelo quando depois faltou faltando entrega caixa qualidade isso esse essa de da em ate tudo nada",
  ),
  en: words(
    "the and is it was not with this that for but very my of to in i they have has had are were would dont didnt doesnt isnt came arrived product item bought good bad great from when after than too just box quality missing broken works work one than all you your its on be",
  ),
};
const endings: Readonly<Record<Language, RegExp>> = {
  pt: /(?:cao|coes|mente|inho|inha|ado|ada|aram|ando|endo|eiro|agem|idade|ou|ei)$/,
  en: /(?:ing|tion|ness|ful|less|ly|ed|ght|th|ck)$/,
};

/** Which of the two languages a text is in; `sure` from 0 to 1. Where nothing tells, it is the one it usually is. */
export function guessLanguage(tokens: readonly Token[], usual: Language = "pt"): { language: Language; sure: number } {
  const points = { pt: 0, en: 0 };
  for (const { word } of tokens) {
    for (const language of languages) {
      if (telling[language].has(word)) points[language] += 2;
      else if (word.length > 4 && endings[language].test(word)) points[language] += 1;
    }
  }
  const all = points.pt + points.en;
  if (points.pt === points.en) return { language: usual, sure: 0 };
  const language = points.pt > points.en ? "pt" : "en";
  return { language, sure: Math.abs(points.pt - points.en) / all };
}
