import type { RawArchive } from "#app/domain/channels/ports.ts";

/** R2 as the place where vendors' own words are kept. */
export function createRawArchive(bucket: R2Bucket): RawArchive {
  return {
    async keep(key, body) {
      await bucket.put(`channels/${key}`, body);
    },
  };
}
