import type { ExportStore } from "#app/domain/exports/ports.ts";

/** R2 as the place of exports. */
export function createExportStore(bucket: R2Bucket): ExportStore {
  return {
    async writePart(key, text) {
      const bytes = new TextEncoder().encode(text);
      await bucket.put(key, bytes);
      return { sizeBytes: bytes.byteLength };
    },
    async join(key, parts) {
      const sizeBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
      const { readable, writable } = new FixedLengthStream(sizeBytes);
      const put = bucket.put(key, readable, { httpMetadata: { contentType: "text/csv; charset=utf-8" } });
      for (const part of parts) {
        const object = await bucket.get(part.key);
        if (object === null) throw new Error(`export part ${part.key} is gone`);
        await object.body.pipeTo(writable, { preventClose: true });
      }
      await writable.close();
      await put;
      await bucket.delete(parts.map((part) => part.key));
      return { sizeBytes };
    },
    async open(key) {
      const object = await bucket.get(key);
      return object === null ? undefined : { body: object.body, sizeBytes: object.size };
    },
    async removeAll(prefix) {
      const { objects } = await bucket.list({ prefix });
      if (objects.length > 0) await bucket.delete(objects.map((object) => object.key));
    },
  };
}
