import type { AttachmentStore } from "#app/domain/conversations/ports.ts";

const mostKeysAtOnce = 1_000;

/** R2 as the place of what people attach. */
export function createAttachmentStore(bucket: R2Bucket): AttachmentStore {
  return {
    async put(key, bytes, mediaType) {
      await bucket.put(key, bytes, { httpMetadata: { contentType: mediaType } });
    },
    async open(key) {
      const object = await bucket.get(key);
      return object === null ? undefined : { body: object.body, sizeBytes: object.size };
    },
    async remove(keys) {
      for (let start = 0; start < keys.length; start += mostKeysAtOnce) await bucket.delete(keys.slice(start, start + mostKeysAtOnce));
    },
  };
}
