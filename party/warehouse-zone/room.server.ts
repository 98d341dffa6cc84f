import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import { type ConnectionContext, Server } from "partyserver";
import type { ServiceContext } from "#app/domain/context.ts";
import { type Envelope, envelopeSchema } from "#app/domain/warehouse/ledger/commands.ts";
import { idOfEnvelope } from "#app/domain/warehouse/ledger/envelope-id.ts";
import type { FloorActor } from "#app/domain/warehouse/ledger/decide/deciding.ts";
import { type CommandContext, execute, type Executed } from "#app/domain/warehouse/ledger/execute.ts";
import type { Touched, ZoneStore } from "#app/domain/warehouse/ledger/store.ts";
import type { Period, ZoneMetrics } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import type { SerialName } from "#app/domain/warehouse/ports.ts";
import { floorRightOf } from "#app/domain/warehouse/policy.ts";
import { archiveEvents } from "#app/domain/warehouse/archive-events.server.ts";
import { floorActor } from "#app/domain/warehouse/fulfil/floor-actor.ts";
import { isOwnZone } from "#app/domain/warehouse/is-own-zone.server.ts";
import { type Broadcaster, createBroadcaster } from "#party/shared/broadcaster.ts";
import { createFrameLimit } from "#party/shared/frame-limit.ts";
import { hearFrame } from "#party/shared/hear-frame.ts";
import { decodeIdentity, type Identity, identityHeader } from "#party/shared/identity.ts";
import { createTurns } from "#party/shared/turns.ts";
import { openZoneBooks, sweeping, type ZoneBooks } from "./books.server.ts";
import { archiveOldEvents } from "./archive.server.ts";
import { readMetrics } from "./metrics.server.ts";
import { readMoves } from "./moves.server.ts";
import { readPicks } from "./picks.server.ts";
import { createFollowers, type ZoneConnection } from "./followers.server.ts";
import { joinTouched, readPart, shownTo } from "./parts.server.ts";
import { readApprovals, readPlate } from "./papers.server.ts";
import { numbersElsewhere } from "./numbers-elsewhere.server.ts";
import { createPeopleCheck, type PeopleCheck } from "./people.server.ts";
import { type ClientMessage, closeCodes, type Cursor, encode, parseClientMessage, parseRoomName, type Part } from "./protocol.ts";
import { forgetReplies, openZoneStore } from "./storage.server.ts";
import { hasToTell, tellOthers } from "./tell-others.server.ts";
import { makeTables } from "./storage-tables.server.ts";

const batchWaitMs = 50;
const tellWaitMs = 200;
/** While commands keep coming, the rest of the product hears of them together: each telling is several writes of the database. */
const tellEveryMs = 1_000;
const tellAgainMs = 2_000;
const watchEveryMs = 60_000;
const leaseMs = 5 * 60_000;
const correctionLimit = 5;
const repliesKeptMs = 30 * 24 * 3_600_000;
/** A burst of scans passes; a script that floods does not. */
const framesPerConnection = { name: "zone-frames", capacity: 120, refillPerSecond: 30 };

export type ZoneCommand = { envelope: unknown; actor: FloorActor; device: string | null };
export type ZoneAnswer = Pick<Executed, "reply" | "isDuplicate">;

/** One room a zone, the only writer of its stock. Decides and writes in one piece, then tells whoever follows. */
export abstract class WarehouseZoneRoomBase extends Server<Env> {
  static override options = { hibernate: true };
  #zone: ZoneStore | undefined;
  #books: ZoneBooks | undefined;
  /** Up to where followers were told. */
  #toldSeq: number | undefined;
  /** When the alarm is set to, as far as this instance knows. */
  #wakesAt: number | undefined;
  #tellsFromMs = 0;
  /** The last message to another zone that was tried, in a row that is longer than one look. */
  #carriedUpTo = 0;
  readonly #people: PeopleCheck = createPeopleCheck(() => this.services(this.#place().workspaceId));
  readonly #frames = createFrameLimit(framesPerConnection);
  readonly #followers = createFollowers(() => this.getConnections<Identity>());
  readonly #inTurn = createTurns((run) => this.zone.together(run));
  readonly #outgoing: Broadcaster<Touched> = createBroadcaster(batchWaitMs, (touched) => this.#send(joinTouched(touched)));

  protected abstract services(workspaceId: string): ServiceContext;

  get zone(): ZoneStore {
    if (this.#zone === undefined) {
      makeTables(this.ctx.storage.sql, () => crypto.randomUUID());
      this.#zone = openZoneStore(this.ctx.storage);
    }
    return this.#zone;
  }

  get books(): ZoneBooks {
    void this.zone;
    return (this.#books ??= openZoneBooks(this.ctx.storage.sql));
  }

  override onStart(): void {
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  override async onConnect(connection: ZoneConnection, context: ConnectionContext): Promise<void> {
    const identity = decodeIdentity(context.request.headers.get(identityHeader));
    if (identity === undefined || identity.workspaceId !== this.#place().workspaceId) {
      connection.close(closeCodes.foreign, "not a member of this workspace");
      return;
    }
    connection.setState(identity);
    this.#followers.add(connection);
    await this.#wakeIn(watchEveryMs);
  }

  override async onMessage(connection: ZoneConnection, frame: string | ArrayBuffer): Promise<void> {
    const identity = connection.state;
    if (identity === null) return;
    const message = hearFrame(connection, frame, { frames: this.#frames, parse: parseClientMessage, encode });
    if (message === undefined) return;
    try {
      await this.#handle(connection, identity, message);
    } catch (error) {
      this.services(identity.workspaceId).logger.error({ event: "floor.frame-failed", room: this.name, error });
      connection.send(encode({ type: "error", code: "failed", detail: "send it again under the same id" }));
    }
  }

  async #handle(connection: ZoneConnection, identity: Identity, message: ClientMessage): Promise<void> {
    switch (message.type) {
      case "hello":
        this.#outgoing.flush();
        connection.send(this.#catchUp(message.cursor, identity));
        return;
      case "command": {
        if (identity.isOnTablet === true) {
          connection.send(encode({ type: "error", code: "follow-only", detail: "a tablet sends its commands with its key" }));
          return;
        }
        const known = await this.#people.current(identity);
        if (known === undefined) return this.#end(connection);
        const actor = { id: known.userId, name: known.name, right: floorRightOf(known.role) };
        connection.send(encode({ type: "reply", ...(await this.command({ envelope: message.envelope, actor, device: null })) }));
        return;
      }
      default:
        message satisfies never;
    }
  }

  /** For the Worker's verbs and for sockets alike. Whoever calls has found out who the actor is. */
  async command({ envelope, actor, device }: ZoneCommand): Promise<ZoneAnswer> {
    const parsed = parseUntrusted(envelopeSchema, envelope);
    if (!parsed.success) {
      const facts = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join(".") || "form", issue.message]));
      return {
        isDuplicate: false,
        reply: { kind: "rejected", commandId: idOfEnvelope(envelope), seq: this.zone.lastSeq(), reason: "checkFields", facts },
      };
    }
    const { command, id } = parsed.data;
    if (command.type === "send" && !(await isOwnZone(this.services(this.#place().workspaceId), command.toZone))) {
      return { isDuplicate: false, reply: { kind: "rejected", commandId: id, seq: this.zone.lastSeq(), reason: "zoneUnknown", facts: {} } };
    }
    const elsewhere = await numbersElsewhere(this.zone, parsed.data, this.#place(), (id) => this.services(id));
    const { reply, isDuplicate, touched } = await this.#inTurn(() => this.#execute(parsed.data, { actor, device, elsewhere }));
    if (touched !== null) this.#outgoing.push(touched);
    // The instance before this one may have ended between its write and its alarm: the first command looks after it.
    if (touched !== null || this.#wakesAt === undefined) await this.#wakeIn(Math.max(tellWaitMs, this.#tellsFromMs - Date.now()));
    return { reply, isDuplicate };
  }

  /** Writes and tells nobody: it may be undone and done again. */
  #execute(envelope: Envelope, who: Pick<CommandContext, "actor" | "device" | "elsewhere">): Executed {
    this.#toldSeq ??= this.zone.lastSeq();
    return execute(this.zone, envelope, {
      ...who,
      nowMs: Date.now(),
      nextId: (prefix: string) => `${prefix}_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`,
      settings: { zoneId: this.#place().zoneId, leaseMs, correctionLimit },
    });
  }

  /** The zone as it is, for a page that is rendered before its socket opens. */
  snapshot(): { cursor: Cursor; part: Part } {
    return { cursor: this.#cursor(), part: readPart(this.#sql(), "all") };
  }

  plate(id: string): ReturnType<typeof readPlate> {
    return readPlate(this.zone, id);
  }

  approvals(): ReturnType<typeof readApprovals> {
    return readApprovals(this.zone, this.#sql());
  }

  /** Whether the zone's books add up, worked out anew. */
  check(): ReturnType<ZoneBooks["check"]> {
    return this.books.check();
  }

  /** Totals per SKU, for whoever compares them with what was told. */
  totals(): ReturnType<ZoneBooks["totals"]> {
    return this.books.totals(null);
  }

  demands(demandLines: string[]): ReturnType<ZoneBooks["demands"]> {
    return this.books.demands(demandLines);
  }

  serials(serials: SerialName[]): ReturnType<ZoneBooks["serialPlaces"]> {
    return this.books.serialPlaces(serials);
  }

  moves(asked: { skus: string[]; beforeMs: number; limit: number }): ReturnType<typeof readMoves> {
    return readMoves(this.#sql(), asked);
  }

  picks(asked: { demandLines: string[]; sinceMs: number }): ReturnType<typeof readPicks> {
    return readPicks(this.#sql(), asked);
  }

  /** What was done here in a period, and what waits now. Reads only. */
  metrics(period: Period): ZoneMetrics {
    return { ...readMetrics(this.#sql(), period, Date.now()), connections: this.#followers.all().length };
  }

  /** What is due is done again until it is done: leases end, others are told, sessions that ended lose their socket. */
  override async onAlarm(): Promise<void> {
    this.#wakesAt = undefined;
    this.#tellsFromMs = Date.now() + tellEveryMs;
    const { workspaceId, zoneId } = this.#place();
    try {
      if (this.books.isSweepDue(Date.now())) await this.command({ envelope: sweeping(), actor: floorActor, device: null });
      const { zone, books, ctx } = this;
      const telling = { books, sql: ctx.storage.sql, zoneId, seq: zone.lastSeq(), carriedUpTo: this.#carriedUpTo };
      this.#carriedUpTo = await tellOthers(this.services(workspaceId), telling);
      forgetReplies(this.ctx.storage.sql, Date.now() - repliesKeptMs);
      await this.#endRevoked();
      await this.#archive(this.services(workspaceId));
    } catch (error) {
      this.services(workspaceId).logger.error({ event: "floor.alarm-failed", room: this.name, error });
    }
    if (hasToTell(this.books)) await this.#wakeIn(tellAgainMs);
    else if (this.#followers.all().length > 0 || this.books.hasDeadlines()) await this.#wakeIn(watchEveryMs);
  }

  /** One stretch at a time: what is left has its turn at the next alarm. */
  async #archive(services: ServiceContext): Promise<void> {
    const { zoneId } = this.#place();
    await archiveOldEvents(this.#sql(), Date.now(), (events) => archiveEvents(services, { zoneId, epoch: this.books.epoch, events }));
  }

  async #endRevoked(): Promise<void> {
    const ended = await this.#people.ended(this.#followers.all().flatMap((connection) => connection.state ?? []));
    for (const connection of this.#followers.all()) {
      if (connection.state !== null && ended.has(connection.state.sessionHandle)) this.#end(connection);
    }
  }

  #end(connection: ZoneConnection): void {
    connection.send(encode({ type: "ended", reason: "revoked" }));
    connection.close(closeCodes.ended, "revoked");
  }

  override onClose(connection: ZoneConnection): void {
    this.#frames.forget(connection.id);
    this.#people.forget(connection.state?.sessionHandle ?? "");
  }

  /** Plain HTTP never reaches a room's inside. */
  override onRequest(): Response {
    return new Response(null, { status: 404 });
  }

  #sql(): SqlStorage {
    void this.zone;
    return this.ctx.storage.sql;
  }

  #place(): { workspaceId: string; zoneId: string } {
    const place = parseRoomName(this.name);
    if (place === undefined) throw new Error(`"${this.name}" is no zone's room.`);
    return place;
  }

  #cursor(): Cursor {
    return { epoch: this.books.epoch, seq: this.zone.lastSeq() };
  }

  /** What a follower has missed, or all of it when that cannot be told. */
  #catchUp(known: Cursor | undefined, identity: Identity): string {
    const cursor = this.#cursor();
    const touched = known?.epoch === cursor.epoch && known.seq <= cursor.seq ? this.books.touchedSince(known.seq) : undefined;
    const part = shownTo(identity, readPart(this.#sql(), touched ?? "all"));
    if (touched === undefined || known === undefined) return encode({ type: "snapshot", cursor, part });
    return encode({ type: "delta", epoch: cursor.epoch, fromSeq: known.seq, toSeq: cursor.seq, part });
  }

  #send(touched: Touched): void {
    const { epoch, seq: toSeq } = this.#cursor();
    const fromSeq = this.#toldSeq ?? toSeq;
    this.#toldSeq = toSeq;
    if (this.#followers.all().length === 0) return;
    this.#followers.tell({ epoch, fromSeq, toSeq, part: readPart(this.#sql(), touched) });
  }

  /** Never later than what was planned already. */
  async #wakeIn(waitMs: number): Promise<void> {
    const at = Date.now() + waitMs;
    // Asking the storage at every command would cost more than the command's own reads.
    this.#wakesAt ??= (await this.ctx.storage.getAlarm()) ?? Number.POSITIVE_INFINITY;
    if (this.#wakesAt <= at) return;
    this.#wakesAt = at;
    await this.ctx.storage.setAlarm(at);
  }
}
