import { type Keyring, needsRotation, open, seal } from "#app/platform/crypto/envelope.server.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import { envelopesIn, readSealed, replaceSealed, sealedColumns, type SealedRow } from "#db/sealed-columns.server.ts";

type Deps = { d1: D1Database; keyring: Keyring; logger: Logger };

/** Every day: what older keys sealed is sealed anew with the current one, so that the older ones can be dropped. */
export async function resealSecrets({ d1, keyring, logger }: Deps): Promise<void> {
  if (keyring.keys.size < 2) return;
  let count = 0;
  for (const column of sealedColumns) {
    for await (const rows of readSealed(d1, column)) {
      const changes: { row: SealedRow; text: string }[] = [];
      for (const row of rows) {
        try {
          const text = await reseal(keyring, row);
          if (text !== row.text) changes.push({ row, text });
        } catch (error) {
          // Left as it is: one unreadable row must not keep the others on an old key.
          logger.warn({ event: "unexpected.error", where: "reseal-secrets", error, details: { column: column.name, row: row.row } });
        }
      }
      count += await replaceSealed(d1, column, changes);
    }
  }
  logger.info({ event: "secrets.rotated", keyId: keyring.currentKeyId, count });
}

async function reseal(keyring: Keyring, { text, place }: SealedRow): Promise<string> {
  let result = text;
  for (const envelope of envelopesIn(text)) {
    if (!needsRotation(keyring, envelope)) continue;
    result = result.replace(envelope, await seal(keyring, await open(keyring, envelope, place), place));
  }
  return result;
}
