import type { FloorArchive } from "#app/domain/warehouse/ports.ts";

/** R2 as the place where zones keep what they no longer carry with them; compressed there, text on both sides of the port. */
export function createFloorArchive(bucket: R2Bucket): FloorArchive {
  return {
    async put(key, text) {
      const bytes = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
      await bucket.put(key, bytes, { httpMetadata: { contentType: "application/x-ndjson", contentEncoding: "gzip" } });
    },
    async read(key) {
      const object = await bucket.get(key);
      return object === null ? undefined : new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text();
    },
    async list(prefix) {
      const keys: string[] = [];
      let cursor: string | undefined;
      do {
        const page: R2Objects = await bucket.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
        keys.push(...page.objects.map(({ key }) => key));
        cursor = page.truncated ? page.cursor : undefined;
      } while (cursor !== undefined);
      return keys;
    },
  };
}
