/** A person reads and answers; who has not by then does something else. */
const lifeMs = 5 * 60_000;
/** Each holds a request open. */
const mostWaiting = 32;

type Waiting = PromiseWithResolvers<string | null> & { isAnswered: boolean; timer: ReturnType<typeof setTimeout> };

/** Questions that wait for their answers, each for a while and once. */
export class WaitingQuestions {
  readonly #waiting = new Map<string, Waiting>();

  /** False where too many wait already. Before the question is sent: its answer must find a place. */
  open(id: string): boolean {
    if (this.#waiting.size >= mostWaiting || this.#waiting.has(id)) return false;
    const timer = setTimeout(() => this.#end(id), lifeMs);
    this.#waiting.set(id, { ...Promise.withResolvers<string | null>(), isAnswered: false, timer });
    return true;
  }

  /** Null where nobody answered in time. */
  async answerTo(id: string): Promise<string | null> {
    const one = this.#waiting.get(id);
    if (one === undefined) return null;
    const answer = await one.promise;
    this.#end(id);
    return answer;
  }

  /** False where nobody waits for it, or it was answered before. */
  deliver(id: string, answer: string): boolean {
    const one = this.#waiting.get(id);
    if (one === undefined || one.isAnswered) return false;
    one.isAnswered = true;
    one.resolve(answer);
    return true;
  }

  #end(id: string): void {
    const one = this.#waiting.get(id);
    if (one === undefined) return;
    clearTimeout(one.timer);
    this.#waiting.delete(id);
    one.resolve(null);
  }
}
