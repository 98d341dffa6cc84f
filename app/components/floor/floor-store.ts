import { type Flow, flowSchema } from "#app/domain/warehouse/floor/flow-state.ts";
import { type Queue, type QueueEntry, queueEntrySchema, restoredQueue } from "#app/domain/warehouse/floor/queue.ts";

const databaseName = "entrepot-floor";
const version = 1;

/** What a tablet keeps over a crash: commands that wait, the step somebody was at, and the zone as it was last seen. */
export type FloorStore = {
  readQueue(): Promise<Queue>;
  putEntry(entry: QueueEntry): Promise<void>;
  dropEntry(id: string): Promise<void>;
  readFlow(zoneId: string): Promise<Flow | null>;
  putFlow(zoneId: string, flow: Flow | null): Promise<void>;
  /** What else somebody was in the middle of, by the name of where; whoever reads it parses it. */
  readDraft(place: string): Promise<unknown>;
  putDraft(place: string, draft: unknown): Promise<void>;
  readZone(zoneId: string): Promise<{ text: string; atMs: number } | undefined>;
  putZone(zoneId: string, zone: { text: string; atMs: number }): Promise<void>;
};

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the tablet's storage failed")));
  });
}

/** Resolves when it is on the disk and not before: until then nobody may be told that it is kept. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error("the tablet's storage failed"));
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("error", fail);
    transaction.addEventListener("abort", fail);
  });
}

export async function openFloorStore(): Promise<FloorStore> {
  const opening = indexedDB.open(databaseName, version);
  opening.addEventListener("upgradeneeded", () => {
    opening.result.createObjectStore("queue", { keyPath: "id" });
    opening.result.createObjectStore("kept");
  });
  const database = await settled(opening);
  const read = (store: "queue" | "kept") => database.transaction(store, "readonly").objectStore(store);
  async function write(store: "queue" | "kept", change: (objects: IDBObjectStore) => void): Promise<void> {
    const transaction = database.transaction(store, "readwrite");
    change(transaction.objectStore(store));
    await committed(transaction);
  }
  return {
    async readQueue() {
      const kept: unknown[] = await settled(read("queue").getAll());
      const lastSequence: unknown = await settled(read("kept").get("sequence"));
      const entries = kept.flatMap((one) => {
        const entry = queueEntrySchema.safeParse(one);
        return entry.success ? [entry.data] : [];
      });
      return restoredQueue(entries, typeof lastSequence === "number" ? lastSequence : 0);
    },
    async putEntry(entry) {
      await write("kept", (kept) => kept.put(entry.sequence, "sequence"));
      await write("queue", (queue) => queue.put(entry));
    },
    dropEntry: (id) => write("queue", (queue) => queue.delete(id)),
    async readFlow(zoneId) {
      const flow = flowSchema.safeParse(await settled(read("kept").get(`flow:${zoneId}`)));
      return flow.success ? flow.data : null;
    },
    putFlow: (zoneId, flow) => write("kept", (kept) => (flow === null ? kept.delete(`flow:${zoneId}`) : kept.put(flow, `flow:${zoneId}`))),
    readDraft: (place) => settled<unknown>(read("kept").get(`draft:${place}`)),
    putDraft: (place, draft) => write("kept", (kept) => kept.put(draft, `draft:${place}`)),
    async readZone(zoneId) {
      const zone: unknown = await settled(read("kept").get(`zone:${zoneId}`));
      if (typeof zone !== "object" || zone === null || !("text" in zone) || !("atMs" in zone)) return undefined;
      return typeof zone.text === "string" && typeof zone.atMs === "number" ? { text: zone.text, atMs: zone.atMs } : undefined;
    },
    putZone: (zoneId, zone) => write("kept", (kept) => kept.put(zone, `zone:${zoneId}`)),
  };
}
