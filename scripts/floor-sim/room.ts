import { type EnvelopeInput, envelopeSchema } from "#app/domain/warehouse/ledger/commands.ts";
import type { FloorActor, ZoneSettings } from "#app/domain/warehouse/ledger/decide/deciding.ts";
import { execute, type Executed } from "#app/domain/warehouse/ledger/execute.ts";
import type { Message } from "#app/domain/warehouse/ledger/facts.ts";
import type { Touched, ZoneStore } from "#app/domain/warehouse/ledger/store.ts";
import type { SerialPlace, ZoneTotals } from "#app/domain/warehouse/ports.ts";
import { carriedAtOnce, openZoneBooks, type ZoneBooks } from "#party/warehouse-zone/books.server.ts";
import { joinTouched, readPart } from "#party/warehouse-zone/parts.server.ts";
import { type ClientMessage, type Cursor, encode, parseClientMessage, type Part } from "#party/warehouse-zone/protocol.ts";
import { markCarried, markSerialsTold, markTold, openZoneStore } from "#party/warehouse-zone/storage.server.ts";
import { makeTables } from "#party/warehouse-zone/storage-tables.server.ts";
import { createDisk, type Disk } from "./sql-in-node.ts";
import type { World } from "./world.ts";

/** The instance is gone: nothing it still does reaches the books. */
export class RoomStopped extends Error {
  override name = "RoomStopped";
}

export type Connection = { person: FloorActor; deliver(frame: string): void; onClosed(): void };
export type Asked = { envelope: EnvelopeInput; actor: FloorActor };

/** Where a room's outbox goes. Any of it may fail, and be told again. */
export type Outside = {
  project(told: { zoneId: string; seq: number; totals: readonly ZoneTotals[] }): Promise<void>;
  register(told: { zoneId: string; seq: number; places: readonly SerialPlace[] }): Promise<void>;
  carry(zoneId: string, messages: readonly { id: number; message: Message }[]): Promise<number[]>;
};

/** Sees each command between the look and the answer. */
export type Witness = (zone: ZoneStore, asked: Asked, run: () => Executed) => Executed;

type Instance = {
  zone: ZoneStore;
  books: ZoneBooks;
  sql: SqlStorage;
  connections: Set<Connection>;
  outgoing: Touched[];
  toldSeq: number | undefined;
  wakesAt: number | undefined;
  tellsFrom: number;
  carriedUpTo: number;
  isStopped: boolean;
  /** So many statements until the machine stops. */
  stopsIn: number;
};

const batchWaitMs = 50;
const tellWaitMs = 200;
const tellEveryMs = 1_000;
const tellAgainMs = 2_000;
const watchEveryMs = 60_000;
const alarmWaitMs = 20;
const system: FloorActor = { id: "floor", name: "Entrepot", right: "system" };

type RoomOptions = { world: World; zoneId: string; settings: Omit<ZoneSettings, "zoneId">; outside: Outside; witness: Witness };

/**
 * A zone's room as party/warehouse-zone/room.server.ts is one, on the same ledger, books and protocol: it may stop at any
 * line, and then is made anew from its disk by whoever asks next.
 */
export class SimulatedRoom {
  readonly zoneId: string;
  readonly disk: Disk = createDisk();
  readonly #options: RoomOptions;
  #instance: Instance | undefined;
  /** Kept by the platform, so that it outlives the room. */
  #alarmAt: number | null = null;
  #isInAlarm = false;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.zoneId = options.zoneId;
  }

  get #awake(): Instance {
    return (this.#instance ??= this.#open());
  }

  get zone(): ZoneStore {
    return this.#awake.zone;
  }

  get books(): ZoneBooks {
    return this.#awake.books;
  }

  snapshot(): { cursor: Cursor; part: Part } {
    const { sql, books, zone } = this.#awake;
    return { cursor: { epoch: books.epoch, seq: zone.lastSeq() }, part: readPart(sql, "all") };
  }

  connect(connection: Connection): void {
    const instance = this.#awake;
    instance.connections.add(connection);
    this.#wakeIn(instance, watchEveryMs);
  }

  leave(connection: Connection): void {
    this.#instance?.connections.delete(connection);
  }

  onFrame(connection: Connection, frame: string): void {
    const instance = this.#awake;
    if (!instance.connections.has(connection)) return;
    const message = parseClientMessage(frame);
    if (typeof message === "string") throw new Error(`a tablet sent what the protocol does not know: ${frame}`);
    orStopped(() => this.#handle(instance, connection, message));
  }

  #handle(instance: Instance, connection: Connection, message: ClientMessage): void {
    if (message.type === "hello") {
      this.#flush(instance);
      connection.deliver(this.#catchUp(instance, message.cursor));
      return;
    }
    const envelope = message.envelope as unknown as EnvelopeInput;
    const { reply, isDuplicate } = this.command({ envelope, actor: connection.person });
    connection.deliver(encode({ type: "reply", reply, isDuplicate }));
  }

  command(asked: Asked): Executed {
    const { world, settings, witness } = this.#options;
    const instance = this.#awake;
    if (world.strikes("room-stops-before-writing")) this.#stop();
    if (world.strikes("room-stops-in-mid-write")) instance.stopsIn = world.below(24);
    instance.toldSeq ??= instance.zone.lastSeq();
    const nextId = (prefix: string) => world.nextId(prefix);
    // Numbers are made zone by zone here: none comes in that another zone has.
    const context = { actor: asked.actor, device: null, elsewhere: new Set<string>(), nowMs: world.nowMs(), nextId };
    const executed = witness(instance.zone, asked, () =>
      execute(instance.zone, envelopeSchema.parse(asked.envelope), { ...context, settings: { ...settings, zoneId: this.zoneId } }),
    );
    if (world.strikes("room-stops-before-its-alarm-is-set")) this.#stop();
    if (executed.touched !== null) this.#push(instance, executed.touched);
    // The instance before this one may have ended between its write and its alarm.
    if (executed.touched !== null || instance.wakesAt === undefined) {
      this.#wakeIn(instance, Math.max(tellWaitMs, instance.tellsFrom - world.nowMs()));
    }
    if (world.strikes("room-stops-before-it-replies")) this.#stop();
    return executed;
  }

  /** All at once, as when the machine goes: what was only in memory is lost, and so is every socket. */
  stop(): void {
    const instance = this.#instance;
    if (instance === undefined) return;
    instance.isStopped = true;
    this.#instance = undefined;
    // What its handler did not come to the end of is rung again.
    if (this.#isInAlarm) this.#setAlarm(Math.min(this.#alarmAt ?? Number.POSITIVE_INFINITY, this.#options.world.nowMs() + tellAgainMs));
    this.#isInAlarm = false;
    for (const { onClosed } of instance.connections) onClosed();
  }

  #stop(): never {
    this.stop();
    throw new RoomStopped();
  }

  #open(): Instance {
    const { storage } = this.disk;
    const sql = {
      exec: (query: string, ...values: SqlStorageValue[]) => {
        if (instance.isStopped) throw new RoomStopped();
        instance.stopsIn -= 1;
        if (instance.stopsIn < 0) this.#stop();
        return storage.sql.exec(query, ...values);
      },
    } as unknown as SqlStorage;
    const transactionSync = <Result>(run: () => Result): Result =>
      storage.transactionSync(() => {
        const result = run();
        if (instance.stopsIn < Number.POSITIVE_INFINITY) this.#stop();
        return result;
      });
    const instance: Omit<Instance, "zone" | "books"> = {
      sql,
      connections: new Set(),
      outgoing: [],
      toldSeq: undefined,
      wakesAt: undefined,
      tellsFrom: 0,
      carriedUpTo: 0,
      isStopped: false,
      stopsIn: Number.POSITIVE_INFINITY,
    };
    makeTables(sql, () => this.#options.world.nextId("epoch"));
    const zone = openZoneStore({ sql, transactionSync } as unknown as DurableObjectStorage);
    return Object.assign(instance, { zone, books: openZoneBooks(sql) });
  }

  #push(instance: Instance, touched: Touched): void {
    instance.outgoing.push(touched);
    if (instance.outgoing.length === 1) this.#options.world.after(batchWaitMs, () => orStopped(() => this.#flush(instance)));
  }

  #flush(instance: Instance): void {
    const touched = instance.outgoing;
    instance.outgoing = [];
    if (instance.isStopped || touched.length === 0) return;
    const { books, zone, sql } = instance;
    const toSeq = zone.lastSeq();
    const fromSeq = instance.toldSeq ?? toSeq;
    instance.toldSeq = toSeq;
    if (instance.connections.size === 0) return;
    const frame = encode({ type: "delta", epoch: books.epoch, fromSeq, toSeq, part: readPart(sql, joinTouched(touched)) });
    for (const connection of instance.connections) connection.deliver(frame);
  }

  #catchUp({ books, zone, sql }: Instance, known: Cursor | undefined): string {
    const cursor = { epoch: books.epoch, seq: zone.lastSeq() };
    const touched = known?.epoch === cursor.epoch && known.seq <= cursor.seq ? books.touchedSince(known.seq) : undefined;
    if (touched === undefined || known === undefined) return encode({ type: "snapshot", cursor, part: readPart(sql, "all") });
    return encode({ type: "delta", epoch: cursor.epoch, fromSeq: known.seq, toSeq: cursor.seq, part: readPart(sql, touched) });
  }

  #wakeIn(instance: Instance, waitMs: number): void {
    const at = this.#options.world.nowMs() + waitMs;
    instance.wakesAt ??= this.#alarmAt ?? Number.POSITIVE_INFINITY;
    if (instance.wakesAt <= at) return;
    instance.wakesAt = at;
    this.#setAlarm(at);
  }

  #setAlarm(at: number): void {
    const { world } = this.#options;
    this.#alarmAt = at;
    world.after(at - world.nowMs(), () => this.#ring(at));
  }

  /** One alarm at a time: the next waits until the handler is done. */
  #ring(at: number): void {
    const { world } = this.#options;
    if (this.#alarmAt !== at) return;
    if (this.#isInAlarm) return world.after(alarmWaitMs, () => this.#ring(at));
    this.#alarmAt = null;
    this.#isInAlarm = true;
    world.beside(() => this.#onAlarm());
  }

  async #onAlarm(): Promise<void> {
    const instance = this.#awake;
    instance.wakesAt = undefined;
    instance.tellsFrom = this.#options.world.nowMs() + tellEveryMs;
    try {
      await this.#doWhatIsDue(instance);
    } catch (error) {
      if (!(error instanceof RoomStopped)) throw error;
    } finally {
      if (!instance.isStopped) this.#isInAlarm = false;
    }
  }

  async #doWhatIsDue(instance: Instance): Promise<void> {
    const [{ world }, { books }] = [this.#options, instance];
    if (books.isSweepDue(world.nowMs())) {
      this.command({ envelope: { id: world.nextId("sweep"), command: { type: "sweep" } }, actor: system });
    }
    try {
      await this.#tellOthers(instance);
    } catch (error) {
      if (error instanceof RoomStopped) throw error;
    }
    if (books.untold().length + books.untoldSerials().length + books.waiting(0).length > 0) this.#wakeIn(instance, tellAgainMs);
    else if (instance.connections.size > 0 || books.hasDeadlines()) this.#wakeIn(instance, watchEveryMs);
  }

  async #tellOthers(instance: Instance): Promise<void> {
    const { world, outside } = this.#options;
    const { books, zone, sql } = instance;
    const [untold, messages] = [books.untold(), books.waiting(instance.carriedUpTo)];
    instance.carriedUpTo = messages.length < carriedAtOnce ? 0 : (messages.at(-1)?.id ?? 0);
    if (world.strikes("room-stops-while-it-tells")) this.#stop();
    if (untold.length > 0) {
      await outside.project({ zoneId: this.zoneId, seq: zone.lastSeq(), totals: books.totals(untold.map(({ sku }) => sku)) });
      if (world.strikes("room-stops-before-it-forgets-what-it-told")) this.#stop();
      markTold(sql, untold);
    }
    const serials = books.untoldSerials();
    if (serials.length > 0) {
      await outside.register({ zoneId: this.zoneId, seq: zone.lastSeq(), places: books.serialPlaces(serials) });
      if (world.strikes("room-stops-before-it-forgets-what-it-told")) this.#stop();
      markSerialsTold(sql, serials);
    }
    if (messages.length === 0) return;
    const arrived = await outside.carry(this.zoneId, messages);
    if (world.strikes("room-stops-before-it-forgets-what-it-told")) this.#stop();
    markCarried(sql, arrived);
  }
}

/** Nobody is there any more who could be told. */
function orStopped(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof RoomStopped)) throw error;
  }
}
