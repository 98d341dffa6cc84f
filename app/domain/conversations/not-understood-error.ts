import { AppError } from "../errors.ts";
import type { RefusalReason } from "../metrics/kinds.ts";

/** A question without an answer: why, in words, and what could be asked instead. */
export class NotUnderstoodError extends AppError {
  override name = "NotUnderstoodError";
  readonly why: RefusalReason;
  readonly text: string;
  readonly suggestions: readonly string[];

  constructor({ reason, text, suggestions }: { reason: RefusalReason; text: string; suggestions: readonly string[] }) {
    super("not_understood", "questionNotUnderstood");
    this.why = reason;
    this.text = text;
    this.suggestions = suggestions;
  }
}
