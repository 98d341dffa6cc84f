import { sql } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { ensure, type Write } from "#db/writes.ts";

/** Holds inside the batch, so that two owners who unmake each other at the same moment cannot both succeed. */
export function ensureOwnerRemains(workspaceId: string): Write {
  return ensure(sql`exists (select 1 from ${users} where ${users.workspaceId} = ${workspaceId} and ${users.role} = 'owner')`);
}
