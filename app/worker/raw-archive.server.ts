import type { ChannelAccount, RawArchive } from "#app/domain/channels/ports.ts";
import type { Clock } from "#app/platform/clock.ts";

/** How long vendors' own words are kept. */
const keptDays = 30;
const dayMs = 24 * 3_600_000;

/** What a vendor answered to one call, word for word. */
export type RawAnswer = { at: number; path: string; status: number; text(): string };
export type RawPlace = { id: string; workspaceId: string } & ChannelAccount;

/** What was kept of channels goes by itself after `keptDays`, and at once when somebody erases a channel. */
export type AnswerArchive = RawArchive & {
  /** All answers of one call to a channel as one compressed object: a page of results costs one write, however many rows it has. */
  store(place: RawPlace, call: string, answers: readonly RawAnswer[]): Promise<void>;
  erase(place: RawPlace): Promise<void>;
  removeOld(): Promise<void>;
};

/** `answers/<workspace>/<channel>/<day>/…` by channel; `unreadable/<day>/<vendor>/<account>/…` for what no schema fits. */
export function createRawArchive(bucket: R2Bucket, { clock, newId }: { clock: Clock; newId: () => string }): AnswerArchive {
  return {
    async keep(key, body) {
      await bucket.put(`unreadable/${dayOf(clock.now())}/${key}`, withoutTokens(body));
    },
    async store({ id, workspaceId }, call, answers) {
      const now = clock.now();
      const lines = answers.map(({ at, path, status, text }) => JSON.stringify({ at, path, status, body: withoutTokens(text()) }));
      const key = `answers/${workspaceId}/${id}/${dayOf(now)}/${now}-${call}-${newId()}.jsonl.gz`;
      const httpMetadata = { contentType: "application/x-ndjson", contentEncoding: "gzip" };
      await bucket.put(key, await gzip(lines.join("\n")), { httpMetadata });
    },
    async erase({ id, workspaceId, vendor, accountRef }) {
      await removeAll(bucket, `answers/${workspaceId}/${id}/`);
      for (const day of await foldersIn(bucket, "unreadable/")) await removeAll(bucket, `${day}${vendor}/${accountRef}/`);
    },
    async removeOld() {
      const oldest = dayOf(clock.now() - keptDays * dayMs);
      const isOld = (folder: string) => (folder.split("/").at(-2) ?? "") < oldest;
      const old = (await foldersIn(bucket, "unreadable/")).filter(isOld);
      for (const workspace of await foldersIn(bucket, "answers/")) {
        for (const channel of await foldersIn(bucket, workspace)) old.push(...(await foldersIn(bucket, channel)).filter(isOld));
      }
      for (const folder of old) await removeAll(bucket, folder);
    },
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** No answer of these calls holds one; should a vendor ever send one along, it is not kept. */
function withoutTokens(body: string): string {
  return body.replaceAll(/("(?:access|refresh)_token"\s*:\s*")[^"]*/g, "$1…");
}

function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
}

/** The next level below a prefix, told without reading what lies in it. */
async function foldersIn(bucket: R2Bucket, prefix: string): Promise<string[]> {
  const folders: string[] = [];
  let cursor: string | undefined;
  do {
    const page: R2Objects = await bucket.list({ prefix, delimiter: "/", ...(cursor === undefined ? {} : { cursor }) });
    folders.push(...page.delimitedPrefixes);
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return folders;
}

async function removeAll(bucket: R2Bucket, prefix: string): Promise<void> {
  for (;;) {
    const { objects } = await bucket.list({ prefix });
    if (objects.length === 0) return;
    await bucket.delete(objects.map((object) => object.key));
  }
}
