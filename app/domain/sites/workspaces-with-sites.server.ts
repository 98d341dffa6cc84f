import type { Orm } from "#db/client.server.ts";
import { sites } from "#db/schema/sites.ts";

/** Those whose shoppers are seen somewhere: others have nothing that could grow old or be counted. */
export async function workspacesWithSites(orm: Orm): Promise<string[]> {
  const rows = await orm.selectDistinct({ id: sites.workspaceId }).from(sites);
  return rows.map(({ id }) => id);
}
