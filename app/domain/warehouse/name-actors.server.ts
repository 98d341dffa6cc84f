import { apiKeys, users } from "#db/schema/accounts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { floorActor } from "./fulfil/floor-actor.ts";

/**
 * What those who work in zones are called today, people and keys of programs, by the ids that the zones know them by. Who is no
 * longer of the workspace has no name any more.
 */
export async function nameActors(ctx: ServiceContext): Promise<ReadonlyMap<string, string>> {
  requirePermission(ctx, "warehouse:read");
  const [people, keys] = await Promise.all([
    ctx.db.read((orm, scope) => orm.select({ id: users.id, name: users.name }).from(users).where(scope(users))),
    ctx.db.read((orm, scope) => orm.select({ id: apiKeys.id, name: apiKeys.name }).from(apiKeys).where(scope(apiKeys))),
  ]);
  return new Map([floorActor, ...people, ...keys].map(({ id, name }) => [id, name]));
}
