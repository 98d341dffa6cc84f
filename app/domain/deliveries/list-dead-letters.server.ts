import { and, desc, isNull, lt } from "drizzle-orm";
import { deadLetters } from "#db/schema/delivery.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, type PageInput, pageSchema, toPage } from "../paging.ts";

export type DeadLetter = { id: string; queue: string; reason: string; createdAt: number };

/** Work that failed for good and waits for somebody to look, the newest first. */
export async function listDeadLetters(ctx: ServiceContext, input: PageInput = {}): Promise<Page<DeadLetter>> {
  requirePermission(ctx, "deliveries:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(deadLetters, {
    where: and(isNull(deadLetters.resolvedAt), before === undefined ? undefined : lt(deadLetters.id, before)),
    orderBy: desc(deadLetters.id),
    limit: limit + 1,
  });
  return toPage(
    rows.map(({ id, queue, reason, createdAt }) => ({ id, queue, reason, createdAt })),
    limit,
  );
}
