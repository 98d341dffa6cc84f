import { ne } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { channels } from "#db/schema/channels.ts";

/** Workspaces that have something to score. */
export async function workspacesWithChannels(orm: Orm): Promise<string[]> {
  const rows = await orm.selectDistinct({ id: channels.workspaceId }).from(channels).where(ne(channels.state, "disconnected"));
  return rows.map(({ id }) => id);
}
