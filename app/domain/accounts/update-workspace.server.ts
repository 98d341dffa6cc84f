import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { workspaceSchema } from "./schemas.ts";

export type Workspace = typeof workspaces.$inferSelect;
type WorkspaceInput = { name: string; timeZone: string; currency: string; locale: string; version: string | number };

export async function readWorkspace(ctx: ServiceContext): Promise<Workspace> {
  requirePermission(ctx, "workspace:read");
  return findWorkspace(ctx);
}

async function findWorkspace(ctx: ServiceContext): Promise<Workspace> {
  const workspace = await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId));
  if (workspace === undefined) throw notFound("workspace");
  return workspace;
}

/** Saves the workspace's settings; the form's version guards against overwriting somebody else's change. */
export async function updateWorkspace(ctx: ServiceContext, input: WorkspaceInput, options: { isOnboarding: boolean }): Promise<void> {
  requirePermission(ctx, "workspace:write");
  const { version, ...values } = parseInput(workspaceSchema, input);
  const workspace = ctx.recognisedIn ?? (await findWorkspace(ctx));
  if (workspace.version !== version) throw new AppError("conflict", "changedMeanwhile");
  const { name, timeZone, currency, locale } = workspace;
  const onboarded = options.isOnboarding ? { onboardedAt: ctx.clock.now() } : {};
  await mutate(ctx, {
    writes: [update(workspaces, workspace, { ...values, ...onboarded })],
    audit: {
      action: options.isOnboarding ? "workspace.onboarded" : "workspace.updated",
      subject: { type: "workspace", id: workspace.id, label: values.name },
      before: { name, timeZone, currency, locale },
      after: values,
    },
  });
}
