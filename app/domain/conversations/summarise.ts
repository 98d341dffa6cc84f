const mostChars = 2_000;
const mostAnswerChars = 160;

type Told = { question: string; answer: string };

/**
 * What was said earlier, in few words and without a model: each question with the beginning of its answer, the newest whole,
 * the oldest left out when it grows too long. `beginning` is what is told already.
 */
export function summarise(turns: readonly Told[], beginning: string | null): string | null {
  const lines: string[] = [];
  let chars = beginning?.length ?? 0;
  for (const { question, answer } of turns.toReversed()) {
    const line = `${short(question, mostAnswerChars)} → ${short(answer, mostAnswerChars)}`;
    chars += line.length + 1;
    if (chars > mostChars) break;
    lines.unshift(line);
  }
  const told = [...(beginning === null ? [] : [beginning]), ...lines].join("\n");
  return told === "" ? null : told;
}

function short(text: string, most: number): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
}
