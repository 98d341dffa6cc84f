/**
 * A question and what it has to be understood as, in the notation of `notation.ts`: `gmv by=channel when=last:30:day cmp=previous`.
 * A refused one holds the reasons that are right. `after`: the question it goes on from.
 */
export type AskCase = { question: string; after?: string } & ({ means: string } | { refused: readonly string[] });

export function means(question: string, query: string): AskCase {
  return { question, means: query };
}

export function refuses(question: string, ...reasons: string[]): AskCase {
  return { question, refused: reasons };
}

export function goesOn(after: string, question: string, query: string): AskCase {
  return { question, after, means: query };
}
