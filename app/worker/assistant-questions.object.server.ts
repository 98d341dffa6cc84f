import { DurableObject } from "cloudflare:workers";
import { WaitingQuestions } from "./waiting-questions.ts";

/**
 * One object a key: where questions to its assistants wait. Who asked stands in one instance, the answer comes to another, and
 * here they meet. Nothing is written down: whoever asked is gone with the object.
 */
export class AssistantQuestionsObject extends DurableObject<Env> {
  readonly #questions = new WaitingQuestions();

  open(id: string): boolean {
    return this.#questions.open(id);
  }

  answerTo(id: string): Promise<string | null> {
    return this.#questions.answerTo(id);
  }

  deliver(id: string, answer: string): boolean {
    return this.#questions.deliver(id, answer);
  }
}
