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
      const object = await bucket.get(key);
      if (object === null) return undefined;
      const text = await new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text();
      // Written above, from events that were checked at the door.
      return text.split("\n").map((line) => JSON.parse(line) as KeptEvent);
    },
    async remove(keys) {
      for (let from = 0; from < keys.length; from += perDelete) await bucket.delete(keys.slice(from, from + perDelete));
    },
  };
}
