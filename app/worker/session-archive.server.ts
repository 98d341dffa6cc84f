import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { SessionArchive } from "#app/domain/collect/ports.ts";

const perDelete = 1_000;

/** One compressed file a session, an event a line: `sessions/<workspace>/<day>/<session>.ndjson.gz`. */
export function createSessionArchive(bucket: R2Bucket): SessionArchive {
  return {
    async keep(key, events) {
      const lines = events.map((event) => JSON.stringify(event)).join("\n");
      const body = await new Response(new Blob([lines]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
      await bucket.put(key, body, { httpMetadata: { contentType: "application/x-ndjson", contentEncoding: "gzip" } });
    },
    async read(key) {
      const lines = await linesOf(bucket, key);
      return lines?.split("\n").map(toEvent);
    },
    // Only what is shown is parsed: a visit may have fifty thousand events.
    async readFirst(key, most) {
      const lines = await linesOf(bucket, key);
      return lines?.split("\n", most).map(toEvent);
    },
    async remove(keys) {
      for (let from = 0; from < keys.length; from += perDelete) await bucket.delete(keys.slice(from, from + perDelete));
    },
  };
}

async function linesOf(bucket: R2Bucket, key: string): Promise<string | undefined> {
  const object = await bucket.get(key);
  return object === null ? undefined : new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Written above, from events that were checked at the door. */
function toEvent(line: string): KeptEvent {
  return JSON.parse(line) as KeptEvent;
}
