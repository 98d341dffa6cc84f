/** Words that say nothing about goods, in the languages of buyers. */
const empty = new Set(
  "para como mais muito muita esse essa este esta isso quando tinha veio chegou produto compra comprei estou pelo pela até depois antes também porque ainda minha meus suas pouco mesmo sobre todo toda dias você voces tem vocês qual quais quanto serve bom dia boa tarde noite gostaria saber obrigado obrigada the and for with this that does have from they what when which would please thanks hello pero está llegó producto cuando bien hola tiene gracias".split(
    " ",
  ),
);

/** The word most of these texts have in common, counted once a text; undefined when fewer than `least` have it. */
export function commonWord(texts: readonly string[], least: number): { text: string; texts: number } | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    for (const word of new Set(words)) if (!empty.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([oneWord, one], [otherWord, other]) => other - one || oneWord.localeCompare(otherWord));
  return best === undefined || best[1] < least ? undefined : { text: best[0], texts: best[1] };
}
