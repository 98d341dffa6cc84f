import { type Locale, locales } from "#app/i18n/locales.ts";
import { type DimensionId, dimensionIds, type MetricId, metricIds } from "../../kinds.ts";
import { wordsOf } from "../../words/words.ts";
import { readWords } from "../words.ts";
import { commonWords } from "./common-words.ts";
import { dimensionPhrases, valuePhrases } from "./dimensions.ts";
import { ambiguousPhrases, fillers, salePhrases } from "./general.ts";
import { metricPhrasesEn } from "./metrics-en.ts";
import { metricPhrasesPtBr } from "./metrics-pt-br.ts";

/** What a phrase stands for. sale: selling in general. choice: the n-th of what can be meant in more than one way. */
export type Concept =
  | { kind: "metric"; metric: MetricId }
  | { kind: "dimension"; dimension: DimensionId }
  | { kind: "value"; dimension: DimensionId; value: string }
  | { kind: "sale" }
  | { kind: "choice"; index: number };

export type Entry = { keys: readonly string[]; texts: readonly string[]; concepts: Concept[] };

/** By the key of their first word, the longest phrases first. */
export type Lexicon = {
  entries: ReadonlyMap<string, readonly Entry[]>;
  fillers: ReadonlySet<string>;
  known: ReadonlySet<string>;
  /** As they are written, where `known` has their keys too. */
  spellings: ReadonlySet<string>;
  grammar: ReadonlySet<string>;
  /** Words of the names of numbers, by their language. */
  named: Readonly<Record<Locale, ReadonlySet<string>>>;
};

function split(phrases: string): string[] {
  return phrases.split(", ").filter((phrase) => phrase !== "");
}

/** Words of grammar: none of them is a misspelt other one. */
const grammarWords = `
  top bottom best worst most least more less than at under over above below between only without except excluding exclude other not but
  highest lowest largest smallest biggest greatest fewer fewest first last next previous past this since until ago today yesterday
  compared compare comparing comparison versus vs against why because caused explain explains drove fall fell fallen falling drop dropped
  rise rose risen rising increase increased decrease decreased grow grew grown growing growth went down up decline declined change
  changed chart graph table line bar hourly daily weekly monthly quarterly yearly annual hour day week month quarter year trend trends
  evolution time per each every cada por maior menor melhor pior melhores piores maiores menores mais menos que abaixo acima entre so
  somente apenas sem exceto menos fora tirando nao mas comparado comparada comparados comparar compare comparacao contra versus
  relacao causa explica explique queda caiu cairam cair subiu subiram subir aumentou aumentaram aumentar diminuiu diminuiram cresceu
  cresceram crescer crescimento alta variacao mudou mudaram grafico tabela linha linhas barra barras pizza horario diario diaria semanal
  mensal trimestral anual hora dia semana mes trimestre ano evolucao tendencia longo tempo ultimo ultima ultimos ultimas passado passada
  anterior atual hoje ontem anteontem desde ate atras proximo proxima proximos proximas janeiro fevereiro marco abril maio junho julho
  agosto setembro outubro novembro dezembro january february march april june july august september october november december monday
  tuesday wednesday thursday friday saturday sunday segunda terca quarta quinta sexta sabado domingo feira find search where interactions
  achar ache encontre encontrar buscar busque procurar procure dentro within reais dolares percent porcento average media pelo minimo
  maximo least most retrasada retrasado lista ranking rank
`;

function build(): Lexicon {
  const byPhrase = new Map<string, Entry>();
  const add = (phrase: string, concept: Concept) => {
    const words = readWords(phrase);
    const keys = words.map(({ key }) => key);
    const name = keys.join(" ");
    const entry = byPhrase.get(name) ?? { keys, texts: words.map(({ text }) => text), concepts: [] };
    const isKnown = entry.concepts.some((one) => JSON.stringify(one) === JSON.stringify(concept));
    if (!isKnown) entry.concepts.push(concept);
    byPhrase.set(name, entry);
  };
  for (const metric of metricIds) {
    for (const locale of locales) add(wordsOf(locale).metrics[metric].name, { kind: "metric", metric });
    for (const phrase of split(`${metricPhrasesEn[metric]}, ${metricPhrasesPtBr[metric]}`)) add(phrase, { kind: "metric", metric });
  }
  for (const dimension of dimensionIds) addDimension(dimension, add);
  for (const phrase of split(salePhrases)) add(phrase, { kind: "sale" });
  for (const [index, [phrases]] of ambiguousPhrases.entries()) for (const phrase of split(phrases)) add(phrase, { kind: "choice", index });
  return toLexicon([...byPhrase.values()]);
}

function addDimension(dimension: DimensionId, add: (phrase: string, concept: Concept) => void): void {
  for (const locale of locales) {
    const { name, plural } = wordsOf(locale).dimensions[dimension];
    for (const phrase of [name, plural]) add(phrase, { kind: "dimension", dimension });
  }
  for (const phrase of split(dimensionPhrases[dimension])) add(phrase, { kind: "dimension", dimension });
  for (const [value, phrases] of Object.entries(valuePhrases[dimension] ?? {}))
    for (const phrase of split(phrases)) add(phrase, { kind: "value", dimension, value });
}

function wordsNaming(phrases: Readonly<Record<MetricId, string>>, locale: Locale): ReadonlySet<string> {
  const names = metricIds.map((metric) => `${wordsOf(locale).metrics[metric].name} ${phrases[metric]}`);
  return new Set(readWords(names.join(" ")).map(({ text }) => text));
}

function toLexicon(all: readonly Entry[]): Lexicon {
  const entries = new Map<string, Entry[]>();
  for (const entry of all.toSorted((a, b) => b.keys.length - a.keys.length)) {
    const [first = ""] = entry.keys;
    entries.set(first, [...(entries.get(first) ?? []), entry]);
  }
  const fillerKeys = new Set(readWords(`${fillers} ${commonWords}`).map(({ key }) => key));
  const written = readWords(`${fillers} ${commonWords} ${grammarWords}`);
  const grammar = new Set(readWords(grammarWords).map(({ text }) => text));
  const spellings = new Set([...written.map(({ text }) => text), ...all.flatMap(({ texts }) => texts)]);
  const known = new Set([...spellings, ...written.map(({ key }) => key), ...all.flatMap(({ keys }) => keys)]);
  const named = { en: wordsNaming(metricPhrasesEn, "en"), "pt-BR": wordsNaming(metricPhrasesPtBr, "pt-BR") };
  return { entries, fillers: fillerKeys, grammar, known, spellings, named };
}

let built: Lexicon | undefined;

/** Made once, when the first question comes: it takes a few milliseconds that other requests do not owe. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}
