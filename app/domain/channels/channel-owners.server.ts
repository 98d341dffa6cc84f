import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { preparedOnce } from "#db/client.server.ts";
import { channels } from "#db/schema/channels.ts";
import type { VendorId } from "./ports.ts";

/** `isKept`: told from memory, so whoever writes for it ensures that it still is so. */
export type ChannelOwner = { id: string; workspaceId: string; accountRef: string; lastNoticeAt: number | null; isKept: boolean };

const mostKept = 10_000;
const heard = ["active", "paused"];

const ownersOfAccounts = preparedOnce((orm) =>
  orm
    .select({ id: channels.id, workspaceId: channels.workspaceId, accountRef: channels.accountRef, lastNoticeAt: channels.lastNoticeAt })
    .from(channels)
    .where(
      and(
        eq(channels.vendor, sql.placeholder("vendor")),
        sql`${channels.accountRef} in (select value from json_each(${sql.placeholder("accountRefs")}))`,
        inArray(channels.state, heard),
      ),
    )
    .prepare(),
);

/** An account is connected once, so a kept owner is either right or gone; and a gone one is found out by what is written for it. */
const kept = new WeakMap<Orm, Map<string, ChannelOwner>>();

function keptOf(orm: Orm): Map<string, ChannelOwner> {
  const known = kept.get(orm) ?? new Map<string, ChannelOwner>();
  kept.set(orm, known);
  return known;
}

/** Asked with every call of a vendor. Those that nobody has connected are not kept: the next moment somebody may. */
export async function findChannelOwners(orm: Orm, vendor: VendorId, accountRefs: readonly string[]): Promise<ChannelOwner[]> {
  const known = keptOf(orm);
  const found = accountRefs.flatMap((ref) => known.get(`${vendor}/${ref}`) ?? []);
  const unknown = accountRefs.filter((ref) => !known.has(`${vendor}/${ref}`));
  if (unknown.length === 0) return found;
  const read = await ownersOfAccounts(orm).all({ vendor, accountRefs: JSON.stringify(unknown) });
  if (known.size >= mostKept) known.clear();
  for (const owner of read) known.set(`${vendor}/${owner.accountRef}`, { ...owner, isKept: true });
  return [...found, ...read.map((owner) => ({ ...owner, isKept: false }))];
}

/** What `lastNoticeAt` says is taken along, so that a kept owner does not seem unheard of for ever. */
export function noteHeard(orm: Orm, vendor: VendorId, owner: ChannelOwner, lastNoticeAt: number): void {
  const one = keptOf(orm).get(`${vendor}/${owner.accountRef}`);
  if (one?.id === owner.id) one.lastNoticeAt = lastNoticeAt;
}

export function forgetOwner(orm: Orm, vendor: VendorId, { accountRef }: ChannelOwner): void {
  keptOf(orm).delete(`${vendor}/${accountRef}`);
}

export function isStillOwner({ id, workspaceId, accountRef }: ChannelOwner): SQL {
  return sql`exists (select 1 from ${channels} where ${channels.id} = ${id} and ${channels.workspaceId} = ${workspaceId}
    and ${channels.accountRef} = ${accountRef} and ${inArray(channels.state, heard)})`;
}
