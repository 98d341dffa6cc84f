import { type Connection, type ConnectionContext, Server } from "partyserver";
import { currentRoles } from "#app/domain/accounts/current-roles.server.ts";
import { endedSessions, isOfKey } from "#app/domain/accounts/ended-sessions.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { findAttachments } from "#app/domain/conversations/find-files.server.ts";
import { readViewers } from "#app/domain/conversations/read-viewers.server.ts";
import type { RoomAnswer, RoomQuestion } from "#app/domain/conversations/ports.ts";
import { AppError } from "#app/domain/errors.ts";
import { askedQuerySchema } from "#app/domain/metrics/schemas.ts";
import { chunks } from "#app/platform/chunks.ts";
import { createFrameLimit } from "#party/shared/frame-limit.ts";
import { hearFrame } from "#party/shared/hear-frame.ts";
import { decodeIdentity, type Identity, identityHeader } from "#party/shared/identity.ts";
import type { AnswerTurn } from "./answering.server.ts";
import type { Asker } from "./asker.ts";
import { Desk } from "./desk.server.ts";
import {
  type Ask,
  type AskRefusal,
  type ClientMessage,
  closeCodes,
  type Cursor,
  encode,
  parseClientMessage,
  parseRoomName,
  type RoomEvent,
} from "./protocol.ts";
import { openRoomLog, type RoomLog } from "./storage.server.ts";
import { createVeil, type Veil } from "./veil.server.ts";

type ChatConnection = Connection<Identity>;

const watchEveryMs = 60_000;
/** An instance that ends in the middle of an answer is looked after so soon. */
const lookAfterMs = 5_000;
const sessionsPerCheck = 90;
/** People type; a script that floods is told so. */
const framesPerConnection = { name: "chat-frames", capacity: 30, refillPerSecond: 5 };

/** One room a conversation: questions come in, answers go to all who look on, and to the transcript. */
export abstract class ConversationRoomBase extends Server<Env> {
  static override options = { hibernate: true };
  #log: RoomLog | undefined;
  #desk: Desk | undefined;
  readonly #frames = createFrameLimit(framesPerConnection);
  readonly #veil: Veil = createVeil(() => this.log);
  /** Who answers. */
  abstract answer: AnswerTurn;

  protected abstract services(workspaceId: string): ServiceContext;
  protected abstract contextOf(workspaceId: string, asker: Asker): ServiceContext;

  get log(): RoomLog {
    return (this.#log ??= openRoomLog(this.ctx.storage.sql, () => crypto.randomUUID()));
  }

  get #atDesk(): Desk {
    const { workspaceId, conversationId } = this.#place();
    return (this.#desk ??= new Desk({
      log: this.log,
      conversationId,
      services: () => this.services(workspaceId),
      contextOf: (asker) => this.contextOf(workspaceId, asker),
      answer: (...asked) => this.answer(...asked),
      tell: ({ fromSeq, event }) => this.#sendAll(fromSeq, event),
      watch: () => this.#endRevoked(),
    }));
  }

  override onStart(): void {
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    // What an instance before this one was answering is over: nobody else will say so.
    this.#settle();
  }

  override async onConnect(connection: ChatConnection, context: ConnectionContext): Promise<void> {
    const identity = decodeIdentity(context.request.headers.get(identityHeader));
    if (identity?.workspaceId !== this.#place().workspaceId) {
      connection.close(closeCodes.foreign, "not a member of this workspace");
      return;
    }
    connection.setState(identity);
    await this.#wakeIn(watchEveryMs);
  }

  override async onMessage(connection: ChatConnection, frame: string | ArrayBuffer): Promise<void> {
    const identity = connection.state;
    if (identity === null) return;
    const message = hearFrame(connection, frame, { frames: this.#frames, parse: parseClientMessage, encode });
    if (message === undefined) return;
    try {
      await this.#handle(connection, identity, message);
    } catch (error) {
      this.services(identity.workspaceId).logger.error({ event: "chat.room-failed", at: "frame", room: this.name, error });
      connection.send(encode({ type: "error", code: "failed", detail: "send it again under the same id" }));
    }
  }

  async #handle(connection: ChatConnection, identity: Identity, message: ClientMessage): Promise<void> {
    // A person's rights would answer it, and its key may hold fewer.
    if (message.type !== "hello" && isOfKey(identity.sessionHandle)) {
      connection.send(encode({ type: "error", code: "follow-only", detail: "a program asks over the API" }));
      return;
    }
    switch (message.type) {
      case "hello":
        connection.send(this.#catchUp(identity, message.cursor));
        return;
      case "ask": {
        const reason = await this.#askedBy(identity, message.ask);
        if (reason !== undefined) connection.send(encode({ type: "refused", askId: message.ask.askId, reason }));
        return;
      }
      case "stop":
        this.#atDesk.stop(message.turnId);
        return;
      default:
        message satisfies never;
    }
  }

  async #askedBy({ workspaceId, userId, name, role, sessionHandle }: Identity, ask: Ask): Promise<AskRefusal | undefined> {
    const query = ask.query === null ? null : askedQuerySchema.safeParse(ask.query);
    if (query?.success === false) return "query-invalid";
    const asker: Asker = { actor: { kind: "user", userId, name, role, sessionHandle }, locale: ask.locale };
    try {
      const attachments = await findAttachments(this.services(workspaceId), this.#place().conversationId, ask.attachmentIds);
      const answer = await this.ask(asker, { ...ask, query: query?.data ?? null, attachments });
      return answer.isAsked ? undefined : answer.reason;
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") return "file-unknown";
      throw error;
    }
  }

  /** For sockets and the Worker's verbs alike. Whoever calls has found out who asks and that they may see the conversation. */
  async ask(asker: Asker, asked: RoomQuestion): Promise<RoomAnswer> {
    const answer = await this.#atDesk.ask(asker, asked);
    if (answer.isAsked) {
      await this.#wakeIn(lookAfterMs);
      this.#settle();
    }
    return answer;
  }

  /** Who may look on is read anew; who may not any more leaves. */
  async accessChanged(): Promise<void> {
    const { workspaceId, conversationId } = this.#place();
    const viewers = await readViewers(this.services(workspaceId), conversationId);
    for (const connection of this.#all()) {
      if (viewers === "nobody" || (viewers !== "everybody" && viewers !== connection.state?.userId)) this.#end(connection, "gone");
    }
  }

  async close(): Promise<void> {
    this.#atDesk.stopAll();
    for (const connection of this.#all()) this.#end(connection, "gone");
    await this.#atDesk.settle();
    this.log.clear();
  }

  override async onAlarm(): Promise<void> {
    this.#settle();
    try {
      await this.#endRevoked();
    } catch (error) {
      this.services(this.#place().workspaceId).logger.error({ event: "chat.room-failed", at: "alarm", room: this.name, error });
    }
    if (this.#atDesk.isBusy()) await this.#wakeIn(lookAfterMs);
    else if (this.#all().length > 0) await this.#wakeIn(watchEveryMs);
  }

  override onClose(connection: ChatConnection): void {
    this.#frames.forget(connection.id);
  }

  /** Plain HTTP never reaches a room's inside. */
  override onRequest(): Response {
    return new Response(null, { status: 404 });
  }

  #settle(): void {
    const failed = (error: unknown) =>
      this.services(this.#place().workspaceId).logger.error({ event: "chat.room-failed", at: "settling", room: this.name, error });
    this.ctx.waitUntil(this.#atDesk.settle().catch(failed));
  }

  /** Whoever's session is over leaves; whoever has another role by now reads with it. */
  async #endRevoked(): Promise<void> {
    const services = this.services(this.#place().workspaceId);
    for (const connections of chunks(this.#all(), sessionsPerCheck)) {
      const people = connections.flatMap(({ state }) => state ?? []);
      const handles = [...new Set(people.map(({ sessionHandle }) => sessionHandle))];
      const userIds = [...new Set(people.map(({ userId }) => userId))];
      const [ended, roles] = await Promise.all([endedSessions(services, handles), currentRoles(services, userIds)]);
      for (const connection of connections) {
        const { state } = connection;
        if (state === null) continue;
        const role = isOfKey(state.sessionHandle) ? state.role : roles.get(state.userId);
        if (ended.includes(state.sessionHandle) || role === undefined) this.#end(connection, "revoked");
        else if (role !== state.role) connection.setState({ ...state, role });
      }
    }
  }

  #end(connection: ChatConnection, reason: "revoked" | "gone"): void {
    connection.send(encode({ type: "ended", reason }));
    connection.close(reason === "gone" ? closeCodes.gone : closeCodes.ended, reason);
  }

  #catchUp(reader: Identity, known: Cursor | undefined): string {
    const { epoch } = this.log;
    const { firstSeq, lastSeq } = this.log.bounds();
    const isHere = known !== undefined && known.epoch === epoch && known.seq >= firstSeq - 1 && known.seq <= lastSeq;
    if (isHere) {
      const events = this.log.since(known.seq).map((event) => this.#veil.event(reader, event));
      return encode({ type: "events", epoch, fromSeq: known.seq, events });
    }
    const turns = this.log.turns().map((turn) => this.#veil.turn(reader, turn));
    return encode({ type: "snapshot", cursor: { epoch, seq: lastSeq }, turns });
  }

  #sendAll(fromSeq: number, event: RoomEvent): void {
    const frameOf = (shown: RoomEvent) => encode({ type: "events", epoch: this.log.epoch, fromSeq, events: [shown] });
    const whole = frameOf(event);
    for (const connection of this.#all()) {
      const shown = this.#veil.event(connection.state, event);
      connection.send(shown === event ? whole : frameOf(shown));
    }
  }

  #all(): ChatConnection[] {
    return [...this.getConnections<Identity>()].filter((connection) => connection.readyState === WebSocket.OPEN);
  }

  #place(): { workspaceId: string; conversationId: string } {
    const place = parseRoomName(this.name);
    if (place === undefined) throw new Error(`"${this.name}" is no conversation's room.`);
    return place;
  }

  /** Never later than what was planned already. */
  async #wakeIn(waitMs: number): Promise<void> {
    const at = Date.now() + waitMs;
    const planned = await this.ctx.storage.getAlarm();
    if (planned === null || planned > at) await this.ctx.storage.setAlarm(at);
  }
}
