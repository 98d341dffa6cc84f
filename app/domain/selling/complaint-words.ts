/** Words that say nothing about a product, in the languages of its buyers. */
const empty = new Set(
  "para como mais mas muito muita esse essa este esta isso não nao com sem por que quando tem tinha veio chegou produto compra comprei foi ser está estou uma uns umas dos das nos nas pelo pela até depois antes também porque ainda minha meu seu sua pouco bem mal mesmo sobre todo toda dias the and for with this that not very was product from have they but muy pero está llegó producto cuando bien los las del una".split(
    " ",
  ),
);

/** The word that most bad reviews have in common, counted once a review; undefined when none is in at least `least` of them. */
export function repeatedWord(texts: readonly string[], least: number): { text: string; reviews: number } | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.toLocaleLowerCase("pt-BR").match(/\p{L}{4,}/gu) ?? [];
    for (const word of new Set(words)) if (!empty.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([oneWord, one], [otherWord, other]) => other - one || oneWord.localeCompare(otherWord));
  return best === undefined || best[1] < least ? undefined : { text: best[0], reviews: best[1] };
}
