import { listMembers } from "#app/domain/accounts/list-members.server.ts";
import { readWorkspace } from "#app/domain/accounts/update-workspace.server.ts";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";

const mostMembers = 50;

/** Whom it can go to, and on whose clock: those who may not see the team have themselves. */
export async function readMailForm(ctx: ServiceContext): Promise<{ members: { id: string; name: string }[]; timeZone: string }> {
  const own = ctx.actor.kind === "user" ? [{ id: ctx.actor.userId, name: ctx.actor.name }] : [];
  const [team, workspace] = await Promise.all([
    actorAllows(ctx.actor, "team:read") ? listMembers(ctx, { limit: mostMembers }) : undefined,
    readWorkspace(ctx),
  ]);
  return { members: team?.data.map(({ id, name }) => ({ id, name })) ?? own, timeZone: workspace.timeZone };
}

/** A form's fields as the verb takes them. */
export async function readMailPost(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const recipients = form.getAll("recipients").filter((value) => typeof value === "string");
  const rhythm = { every: text("every"), hour: text("hour"), weekday: text("weekday"), day: text("day") };
  return { intent: text("intent"), rhythm, recipients, isIn: text("isIn") === "true" };
}
