import type { CommandInput, EnvelopeInput } from "#app/domain/warehouse/ledger/commands.ts";
import type { FloorActor } from "#app/domain/warehouse/ledger/decide/deciding.ts";
import { replySchema } from "#app/domain/warehouse/ledger/reply.ts";
import { encode, parseServerMessage, type ServerMessage } from "#party/warehouse-zone/protocol.ts";
import { applyFrame, emptyZone, type ZoneView } from "#party/warehouse-zone/state.ts";
import { carriedSku, type Journal, noteRace } from "./journal.ts";
import type { Connection, SimulatedRoom } from "./room.ts";
import type { World } from "./world.ts";

type Waiting = { envelope: EnvelopeInput; askedMs: number | undefined };
export type Draft = { command: CommandInput; expected?: Record<string, number> };

const retryMs = 800;
const mostWaiting = 4;

type TabletOptions = { world: World; room: SimulatedRoom; person: FloorActor; journal: Journal; draft(view: ZoneView): Draft };

/**
 * One person with a tablet: decides on what the screen shows, keeps what was asked in a queue that survives a restart, asks
 * one thing after the other, and again under the same id until an answer is heard.
 */
export class Tablet {
  readonly person: FloorActor;
  readonly room: SimulatedRoom;
  view: ZoneView = emptyZone;
  readonly #options: TabletOptions;
  readonly #queue: Waiting[] = [];
  readonly #heard = new Map<string, string>();
  #connection: Connection | undefined;
  #isWorking = true;

  constructor(options: TabletOptions) {
    this.#options = options;
    this.person = options.person;
    this.room = options.room;
    this.#connect();
    this.#think();
  }

  /** Asks for nothing new. What is asked already is asked until it is answered. */
  rest(): void {
    this.#isWorking = false;
  }

  get unanswered(): readonly Waiting[] {
    return this.#queue;
  }

  #think(): void {
    const { world, draft } = this.#options;
    world.after(20 + world.below(160), () => {
      if (!this.#isWorking) return;
      if (world.strikes("tablet-restarted")) {
        this.view = emptyZone;
        this.#disconnect();
      } else if (world.strikes("socket-closed")) this.#disconnect(world.below(8_000));
      // Nobody decides anything before the screen shows something.
      if (this.#queue.length < mostWaiting && this.view.cursor !== undefined) {
        const { command, expected = {} } = draft(this.view);
        this.#queue.push({ envelope: { id: world.nextId("cmd"), command, expected }, askedMs: undefined });
        if (this.#queue.length === 1) this.#ask();
      }
      this.#think();
    });
  }

  #connect(): void {
    const { room, person } = this.#options;
    const connection: Connection = {
      person,
      deliver: (frame) => this.#carry(() => this.#onFrame(connection, frame)),
      onClosed: () => {
        if (this.#connection === connection) this.#disconnect();
      },
    };
    this.#connection = connection;
    room.connect(connection);
    this.#hello();
    this.#ask();
  }

  #disconnect(awayMs = 0): void {
    const { world, room } = this.#options;
    if (this.#connection === undefined) return;
    room.leave(this.#connection);
    this.#connection = undefined;
    world.after(awayMs + 100 + world.below(1_500), () => this.#connect());
  }

  #send(frame: string): void {
    const connection = this.#connection;
    if (connection !== undefined) this.#carry(() => this.#options.room.onFrame(connection, frame));
  }

  /** One way over the radio. */
  #carry(arrive: () => void): void {
    const { world } = this.#options;
    const wayMs = 2 + world.below(40);
    if (world.strikes("frame-lost")) return;
    if (world.strikes("frame-twice")) world.after(wayMs + world.below(500), arrive);
    world.after(wayMs + (world.strikes("frame-late") ? world.below(3_000) : 0), arrive);
  }

  #hello(): void {
    const { cursor } = this.view;
    this.#send(encode(cursor === undefined ? { type: "hello" } : { type: "hello", cursor }));
  }

  /** Asks what is first in the queue, and again after a while. */
  #ask(): void {
    const { world } = this.#options;
    const [first] = this.#queue;
    if (first === undefined || this.#connection === undefined) return;
    first.askedMs ??= world.nowMs();
    this.#send(encode({ type: "command", envelope: first.envelope }));
    const connection = this.#connection;
    world.after(retryMs, () => {
      if (this.#queue[0] === first && this.#connection === connection) {
        // A first picture that was lost is asked for again as well.
        if (this.view.cursor === undefined) this.#hello();
        this.#ask();
      }
    });
  }

  #onFrame(connection: Connection, frame: string): void {
    if (this.#connection !== connection) return;
    const message = parseServerMessage(frame);
    if (message === undefined) throw new Error(`a room sent what the protocol does not know: ${frame}`);
    if (message.type === "reply") this.#onReply(message);
    const before = this.view.cursor;
    const { view, hasGap } = applyFrame(this.view, message);
    this.view = view;
    this.#watchCursor(before, message);
    if (hasGap) this.#hello();
  }

  #watchCursor(before: ZoneView["cursor"], message: ServerMessage): void {
    const { journal, room } = this.#options;
    const { cursor } = this.view;
    if (cursor === undefined) return;
    const wentBack = before?.epoch === cursor.epoch && cursor.seq < before.seq && message.type === "delta";
    // What is seen must be written: an event of the future was told before its time.
    const isAhead = cursor.seq > room.zone.lastSeq();
    if (wentBack || isAhead) {
      const what = `${this.person.name} in ${room.zoneId} went from ${before?.seq} to ${cursor.seq}, room at ${room.zone.lastSeq()}`;
      journal.problems.push({ property: "P7 order", what, about: [room.zoneId] });
    }
  }

  #onReply(message: Extract<ServerMessage, { type: "reply" }>): void {
    const { world, journal, room, person } = this.#options;
    const reply = replySchema.parse(message.reply);
    const text = JSON.stringify(reply);
    const before = this.#heard.get(reply.commandId);
    if (before !== undefined && before !== text) {
      const what = `${reply.commandId} heard ${before}, then ${text}`;
      journal.problems.push({ property: "P4 exactly once", what, about: [reply.commandId] });
    }
    this.#heard.set(reply.commandId, text);
    const [first] = this.#queue;
    if (first?.envelope.id !== reply.commandId) return;
    this.#queue.shift();
    const { envelope, askedMs = world.nowMs() } = first;
    const heard = { zoneId: room.zoneId, envelope, actor: person, reply, askedMs, heardMs: world.nowMs() };
    journal.heard.set(reply.commandId, heard);
    noteRace(journal, heard, this.#unitsOf(envelope.command));
    this.#ask();
  }

  /** Of a task that people race for: they alone change it. */
  #unitsOf(command: CommandInput): number | undefined {
    const task = "taskId" in command && command.taskId ? this.#options.room.zone.task(command.taskId) : undefined;
    return task?.sku === carriedSku ? task.qty : undefined;
  }
}
