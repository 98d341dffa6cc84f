import type { searchTexts } from "#db/schema/search.ts";
import type { NewRow } from "#db/writes.ts";
import type { TextKind } from "./ports.ts";
import { conceptWords, readMeaning, stemWords } from "./read-meaning.ts";
import { packVector } from "./vectors.ts";

type Findable = {
  id: string;
  kind: TextKind;
  subjectId: string;
  text: string;
  happenedAt: number;
  /** Of what it was made: the same is not read again. */
  print: string;
  model: string;
  vector: readonly number[];
};

/** A text with all that it is found by. */
export function textRow({ text, model, vector, ...row }: Findable): NewRow<typeof searchTexts> {
  const meaning = readMeaning(text);
  return {
    ...row,
    words: text,
    stems: stemWords(meaning).join(" "),
    concepts: conceptWords(meaning).join(" "),
    vector: packVector(vector),
    vectorModel: model,
  };
}
