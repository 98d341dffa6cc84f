import { allowsAsMuch } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { currentAsker } from "#app/domain/conversations/current-asker.server.ts";
import { findParent } from "#app/domain/conversations/find-turn.server.ts";
import { keepTurn } from "#app/domain/conversations/keep-turn.server.ts";
import type { Turn } from "#app/domain/conversations/parts.ts";
import type { RoomAnswer, RoomQuestion } from "#app/domain/conversations/ports.ts";
import { readHistory } from "#app/domain/conversations/read-history.server.ts";
import { summariseConversation } from "#app/domain/conversations/summarise-conversation.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { answerInRoom, type AnswerTurn } from "./answering.server.ts";
import type { Asker } from "./asker.ts";
import type { RoomEvent, RoomTurn } from "./protocol.ts";
import { isOpen } from "./state.ts";
import type { OpenTurn, RoomLog } from "./storage.server.ts";

/** One question is answered at a time; so many more may wait for it. */
const mostWaiting = 3;
/** Rights that end while an answer is under way end the answer. */
const watchEveryMs = 1_000;

type Outside = {
  log: RoomLog;
  conversationId: string;
  /** The house itself, and whoever asked. */
  services: () => ServiceContext;
  contextOf: (asker: Asker) => ServiceContext;
  answer: AnswerTurn;
  tell: (events: { fromSeq: number; event: RoomEvent }) => void;
  /** Called now and then while an answer is under way. */
  watch: () => Promise<void>;
};

/** Takes questions, lets them be answered one after the other, and keeps each with its answer in the transcript. */
export class Desk {
  readonly #outside: Outside;
  #running: { turnId: string; control: AbortController } | undefined;
  #settling: Promise<void> | undefined;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  async ask(asker: Asker, asked: RoomQuestion): Promise<RoomAnswer> {
    const { log, contextOf } = this.#outside;
    const known = log.turnIdOf(asked.askId);
    if (known !== undefined) return { isAsked: true, turnId: known };
    if ((await currentAsker(this.#outside.services(), asker.actor)) === undefined) return { isAsked: false, reason: "forbidden" };
    const parentId = await this.#parentOf(asked.parentId);
    if (parentId === undefined) return { isAsked: false, reason: "turn-unknown" };
    // Another frame with the same question may have come while this one was looked at.
    const meanwhile = log.turnIdOf(asked.askId);
    if (meanwhile !== undefined) return { isAsked: true, turnId: meanwhile };
    if (log.open().length > mostWaiting) return { isAsked: false, reason: "busy" };
    const { ids, clock, stamp } = contextOf(asker);
    const { askId, question, query, attachments } = asked;
    const turn: RoomTurn = {
      id: ids.next("trn"),
      askId,
      parentId,
      question,
      query,
      attachments,
      askedBy: { id: stamp.id, label: stamp.label },
      askedAt: clock.now(),
      state: "waiting",
      parts: [],
    };
    this.#outside.tell({ fromSeq: log.ask(turn, asker) - 1, event: { kind: "asked", turn } });
    return { isAsked: true, turnId: turn.id };
  }

  stop(turnId: string): void {
    if (this.#running?.turnId === turnId) this.#running.control.abort("stopped");
    else if (this.#outside.log.turn(turnId)?.state === "waiting") this.#end(turnId, "stopped");
  }

  stopAll(): void {
    for (const { turn } of this.#outside.log.open()) this.stop(turn.id);
  }

  isBusy(): boolean {
    const { log } = this.#outside;
    return this.#settling !== undefined || log.open().length > 0 || log.unkept().length > 0;
  }

  /** Ends what an instance before this one left unanswered, goes on with what waits, keeps what was not kept. */
  settle(): Promise<void> {
    this.#settling ??= this.#settleAll().finally(() => (this.#settling = undefined));
    return this.#settling;
  }

  async #settleAll(): Promise<void> {
    const { log } = this.#outside;
    // Running by what is written, and yet not here: the instance that answered it is gone.
    for (const { turn } of log.open()) if (turn.state === "running") this.#end(turn.id, "cut");
    await this.#keepAll();
    for (let next = log.open()[0]; next !== undefined; next = log.open()[0]) {
      await this.#run(next);
      await this.#keepAll();
      await this.#summarise(next.asker);
    }
  }

  async #run({ turn, asker }: OpenTurn): Promise<void> {
    const { contextOf, answer, conversationId, log, services } = this.#outside;
    const control = new AbortController();
    this.#running = { turnId: turn.id, control };
    this.#tell({ kind: "began", turnId: turn.id });
    let watching: ReturnType<typeof setInterval> | undefined;
    try {
      const now = await currentAsker(services(), asker.actor);
      if (now === undefined) control.abort("access-ended");
      // A socket may be older than the role of whoever it belongs to.
      const asking = { ...asker, actor: now ?? asker.actor };
      watching = setInterval(() => void this.#watch(asking, control), watchEveryMs);
      const ctx = contextOf(asking);
      const asked = await this.#turnOf(ctx, turn);
      await answerInRoom({ ctx, turn: asked, answer, tell: (event) => this.#tell(event), signal: control.signal });
    } catch (error) {
      services().logger.error({ event: "chat.turn-failed", conversationId, turnId: turn.id, error });
      if (isOpen(log.turn(turn.id) ?? turn)) this.#end(turn.id, "unavailable");
    } finally {
      clearInterval(watching);
      this.#running = undefined;
    }
  }

  async #watch(asker: Asker, control: AbortController): Promise<void> {
    const { services, watch, conversationId } = this.#outside;
    try {
      const now = await currentAsker(services(), asker.actor);
      if (now === undefined || !allowsAsMuch(now, asker.actor)) control.abort("access-ended");
      await watch();
    } catch (error) {
      services().logger.warn({ event: "chat.watch-failed", conversationId, error });
    }
  }

  async #turnOf(ctx: ServiceContext, { id, parentId, question, query, attachments }: RoomTurn): Promise<Turn> {
    const { conversationId } = this.#outside;
    const { exchanges, summary } = await readHistory(ctx, { conversationId, untilTurnId: parentId });
    return { conversationId, turnId: id, question, query, attachments, history: exchanges, summary };
  }

  /** On behalf of whoever asked, from their budget; that it fails costs nobody their answer. */
  async #summarise(asker: Asker): Promise<void> {
    const { contextOf, conversationId, services } = this.#outside;
    try {
      await summariseConversation(contextOf(asker), { conversationId });
    } catch (error) {
      services().logger.warn({ event: "chat.summary-failed", conversationId, error });
    }
  }

  async #keepAll(): Promise<void> {
    const { log } = this.#outside;
    for (const { turn } of log.unkept()) {
      await this.#keep(turn);
      log.markKept(turn.id);
    }
  }

  async #keep({ id, parentId, question, query, attachments, parts, askedBy, askedAt }: RoomTurn): Promise<void> {
    const { conversationId, services } = this.#outside;
    const kept = { conversationId, turnId: id, parentId, question, asked: query, attachments, parts, askedBy, askedAtMs: askedAt };
    try {
      await keepTurn(services(), kept);
    } catch (error) {
      // Put away meanwhile, nobody will look for it; and what can never be kept must not hold up what can.
      if (!(error instanceof AppError) || error.code === "unavailable") throw error;
      services().logger.warn({ event: "chat.turn-unkept", conversationId, turnId: id, error });
    }
  }

  /** Undefined for one that is not there. */
  async #parentOf(parentId: string | null | undefined): Promise<string | null | undefined> {
    if (parentId === null) return null;
    const { log, services, conversationId } = this.#outside;
    const here = parentId === undefined ? log.turns().at(-1)?.id : log.turn(parentId)?.id;
    if (here !== undefined) return here;
    try {
      return (await findParent(services(), conversationId, parentId))?.id ?? null;
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") return undefined;
      throw error;
    }
  }

  #tell(event: RoomEvent): void {
    this.#outside.tell({ fromSeq: this.#outside.log.append(event) - 1, event });
  }

  #end(turnId: string, reason: "cut" | "stopped" | "unavailable"): void {
    this.#tell({ kind: "part", turnId, part: { type: "broken", reason } });
    this.#tell({ kind: "ended", turnId, state: "broken" });
  }
}
