import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { aiCaps } from "#db/schema/ai.ts";
import { insert, update } from "#db/writes.ts";
import { isAgentKind } from "../agents/kinds.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { setCapSchema } from "./schemas.ts";

type Asked = z.output<typeof setCapSchema>;

/** How much one workspace, person or agent may spend on models in a day or a month. It holds from the next call on. */
export async function setAiCap(ctx: ServiceContext, input: z.input<typeof setCapSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "ai:write");
  const asked = parseInput(setCapSchema, input);
  const { scope, subjectId, window, limitMicroUsd } = asked;
  const [row] = await Promise.all([
    ctx.db.first(aiCaps, and(eq(aiCaps.scope, scope), eq(aiCaps.subjectId, subjectId), eq(aiCaps.window, window))),
    requireSubject(ctx, asked),
  ]);
  if (row?.limitMicroUsd === limitMicroUsd) return { id: row.id };
  const id = row?.id ?? ctx.ids.next("aic");
  await mutate(ctx, {
    writes: [row === undefined ? insert(aiCaps, { id, ...asked, createdAt: ctx.clock.now() }) : update(aiCaps, row, { limitMicroUsd })],
    audit: {
      action: "ai-cap.set",
      subject: { type: "ai-cap", id, label: `${scope} ${window}` },
      ...(row === undefined ? {} : { before: { limitMicroUsd: row.limitMicroUsd } }),
      after: { limitMicroUsd, scope, window, ...(subjectId === "" ? {} : { subjectId }) },
    },
    events: [{ type: "data.changed", area: "models" }],
  });
  await ctx.ports.aiBudget.settingsChanged(ctx.workspaceId);
  return { id };
}

async function requireSubject(ctx: ServiceContext, { scope, subjectId }: Asked): Promise<void> {
  const refused = (reason: string) => new AppError("invalid", "checkFields", { fields: { subjectId: reason } });
  if (subjectId === "") return;
  if (scope === "workspace") throw refused("fieldInvalid");
  if (scope === "agent") {
    if (!isAgentKind(subjectId)) throw refused("fieldInvalid");
    return;
  }
  const member = await ctx.db.first(users, eq(users.id, subjectId));
  if (member === undefined) throw new AppError("not_found", "memberNotFound");
}
