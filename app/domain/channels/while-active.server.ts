import { sql } from "drizzle-orm";
import { ensure, type Write } from "#db/writes.ts";

/**
 * What a sync brings is written only while its channel is connected: a step that was under way when somebody
 * disconnected must not bring back what they erased.
 */
export function whileActive(channelId: string): Write {
  return ensure(sql`exists (select 1 from channels where id = ${channelId} and state = 'active')`);
}
