import { type Connection, type ConnectionContext, Server } from "partyserver";
import { endedSessions } from "#app/domain/accounts/ended-sessions.server.ts";
import type { Role } from "#app/domain/accounts/permissions.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { DomainEvent } from "#app/domain/events.ts";
import { type Broadcaster, createBroadcaster } from "#party/shared/broadcaster.ts";
import { createFrameLimit } from "#party/shared/frame-limit.ts";
import { hearFrame } from "#party/shared/hear-frame.ts";
import { decodeIdentity, type Identity, identityHeader } from "#party/shared/identity.ts";
import { type ClientMessage, closeCodes, type Delta, type EndReason, encode, parseClientMessage, type Person } from "./protocol.ts";
import { foldPeople, missedSince } from "./state.ts";
import { type LiveLog, openLiveLog } from "./storage.server.ts";

/** Kept in the socket's attachment, so that it is still known after hibernation. */
type Attachment = Identity & { path: string; visitedAtMs: number };
type LiveConnection = Connection<Attachment>;

const batchWaitMs = 20;
const sessionCheckMs = 10 * 60_000;
const sessionsPerCheck = 90;
const framesPerConnection = { name: "live-frames", capacity: 60, refillPerSecond: 30 };

/** One room a workspace: who is here, what happens, and who must leave. The worker plugs in its way to the services. */
export abstract class WorkspaceLiveRoomBase extends Server<Env> {
  static override options = { hibernate: true };
  #log: LiveLog | undefined;
  #lastVisitMs = 0;
  readonly #frames = createFrameLimit(framesPerConnection);
  readonly #outgoing: Broadcaster<Delta> = createBroadcaster(batchWaitMs, (deltas) => this.#send(deltas));

  protected abstract services(workspaceId: string): ServiceContext;

  get log(): LiveLog {
    this.#log ??= openLiveLog(this.ctx.storage.sql, () => crypto.randomUUID());
    return this.#log;
  }

  override onStart(): void {
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  override async onConnect(connection: LiveConnection, context: ConnectionContext): Promise<void> {
    const identity = decodeIdentity(context.request.headers.get(identityHeader));
    if (identity === undefined || identity.workspaceId !== this.name) {
      connection.close(closeCodes.foreign, "not a member of this workspace");
      return;
    }
    connection.setState({ ...identity, path: "/", visitedAtMs: this.#nextVisitMs() });
    await this.#planCheck();
  }

  /**
   * Revocations arrive as events; this catches what they cannot tell, like a session that runs out
   * while its page stays open. Only runs while somebody is here, so an empty room can sleep.
   */
  override async onAlarm(): Promise<void> {
    const handles = [...new Set(this.#all().flatMap((connection) => connection.state?.sessionHandle ?? []))];
    for (let start = 0; start < handles.length; start += sessionsPerCheck) {
      const ended = await endedSessions(this.services(this.name), handles.slice(start, start + sessionsPerCheck));
      this.#end((person) => ended.includes(person.sessionHandle), "revoked");
    }
    if (handles.length > 0) await this.#planCheck();
  }

  async #planCheck(): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now() + sessionCheckMs);
  }

  override onMessage(connection: LiveConnection, frame: string | ArrayBuffer): void {
    const identity = connection.state;
    if (identity === null) return;
    const message = hearFrame(connection, frame, { frames: this.#frames, parse: parseClientMessage, encode });
    if (message === undefined) return;
    this.#handle(connection, identity, message);
  }

  #handle(connection: LiveConnection, identity: Attachment, message: ClientMessage): void {
    switch (message.type) {
      case "hello": {
        const gap = missedSince(message.cursor, this.log.epoch, this.log.bounds());
        const missed = gap === null ? null : this.log.since(gap.fromSeq);
        this.#outgoing.flush();
        const cursor = { epoch: this.log.epoch, seq: this.log.bounds().lastSeq };
        connection.send(encode({ type: "welcome", cursor, people: this.#people(), missed }));
        this.#outgoing.push({ kind: "here", person: toPerson(identity) });
        return;
      }
      case "page":
        connection.setState({ ...identity, path: message.path, visitedAtMs: this.#nextVisitMs() });
        this.#outgoing.push({ kind: "here", person: toPerson({ ...identity, path: message.path }) });
        return;
      default:
        message satisfies never;
    }
  }

  override onClose(connection: LiveConnection): void {
    this.#frames.forget(connection.id);
    const left = connection.state;
    if (left === null) return;
    const stays = this.#here(connection).findLast((other) => other.userId === left.userId);
    this.#outgoing.push(stays === undefined ? { kind: "gone", userId: left.userId } : { kind: "here", person: toPerson(stays) });
  }

  /** Plain HTTP never reaches a room's inside. */
  override onRequest(): Response {
    return new Response(null, { status: 404 });
  }

  /** For the health check: reaches the object without opening its storage. */
  alive(): true {
    return true;
  }

  /** From the outbox, at least once: the log drops what it has already seen. */
  publish(records: { id: string; event: DomainEvent }[]): void {
    for (const { id, event } of records) this.#publishOne(id, event);
  }

  #publishOne(id: string, event: DomainEvent): void {
    switch (event.type) {
      case "activity.recorded": {
        const item = this.log.append(id, event.entry);
        if (item !== undefined) this.#outgoing.push({ kind: "activity", item });
        return;
      }
      case "member.removed":
        this.#end((person) => person.userId === event.userId, "removed");
        return;
      case "session.revoked":
        this.#end((person) => event.handles.includes(person.sessionHandle), "revoked");
        return;
      case "member.role-changed":
        this.#changeRole(event.userId, event.role);
        return;
      case "notification.created":
      case "export.progressed":
        this.#tell(event.userId, { kind: "yours", what: "notifications" });
        return;
      case "data.changed":
        this.#outgoing.push({ kind: "changed", area: event.area });
        return;
      case "channel.needs-attention":
        this.#outgoing.push({ kind: "changed", area: "channels" });
        return;
      case "channel.notices-arrived":
      case "member.signed-in":
      case "channel.erasing":
      case "sync.requested":
      case "sync.ended":
      case "advice.outdated":
      case "gaps.outdated":
      case "patterns.due":
      case "demand.outdated":
      case "orders.released":
      case "returns.asked":
      case "stock.changed":
      case "fulfilment.shipped":
      case "agent.work-due":
      case "trigger.fired":
      case "trigger.paused":
      case "visit.ended":
      case "delegation.moved":
      case "report.due":
      case "models.budget-reached":
      case "alert.opened":
      case "listing-change.requested":
      case "mail.requested":
      case "member.joined":
      case "api-key.created":
      case "dead-letter.redriven":
      case "export.requested":
        return;
      default:
        event satisfies never;
    }
  }

  #changeRole(userId: string, role: Role): void {
    for (const connection of this.#all()) {
      if (connection.state?.userId === userId) connection.setState({ ...connection.state, role });
    }
    this.#tell(userId, { kind: "yours", what: "role" });
    const person = this.#here().findLast((one) => one.userId === userId);
    if (person !== undefined) this.#outgoing.push({ kind: "here", person: toPerson(person) });
  }

  #tell(userId: string, delta: Delta): void {
    for (const connection of this.#all()) {
      if (connection.state?.userId === userId) connection.send(encode({ type: "deltas", deltas: [delta] }));
    }
  }

  #end(concerns: (person: Attachment) => boolean, reason: EndReason): void {
    for (const connection of this.#all()) {
      if (connection.state === null || !concerns(connection.state)) continue;
      connection.send(encode({ type: "ended", reason }));
      connection.close(closeCodes.ended, reason);
    }
  }

  #send(deltas: Delta[]): void {
    const frame = encode({ type: "deltas", deltas });
    for (const connection of this.#all()) connection.send(frame);
  }

  #all(): LiveConnection[] {
    return [...this.getConnections<Attachment>()].filter((connection) => connection.readyState === WebSocket.OPEN);
  }

  /** Who looks at what, the latest look last. */
  #here(except?: LiveConnection): Attachment[] {
    return this.#all()
      .flatMap((connection) => (connection.id === except?.id || connection.state === null ? [] : [connection.state]))
      .toSorted((a, b) => a.visitedAtMs - b.visitedAtMs);
  }

  /** Later than every look before, also within one millisecond. */
  #nextVisitMs(): number {
    this.#lastVisitMs = Math.max(Date.now(), this.#lastVisitMs + 1);
    return this.#lastVisitMs;
  }

  #people(): Person[] {
    return foldPeople(this.#here().map(toPerson));
  }
}

function toPerson({ userId, name, role, path }: Attachment): Person {
  return { userId, name, role, path };
}
