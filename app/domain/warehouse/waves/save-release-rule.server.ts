import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { releaseRules } from "#db/schema/release-rules.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { insert, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, notFound, parseInput } from "../../errors.ts";
import { saveReleaseRuleSchema } from "./schemas.ts";

const mostTries = 4;
type Saved = { id: string; version: number };

/** When the orders of a warehouse release themselves, and how they are walked. */
export async function saveReleaseRule(ctx: ServiceContext, input: z.input<typeof saveReleaseRuleSchema>): Promise<Saved> {
  requirePermission(ctx, "warehouse:write");
  const asked = parseInput(saveReleaseRuleSchema, input);
  for (let tries = 1; ; tries += 1) {
    try {
      return await save(ctx, asked);
    } catch (error) {
      // A release in this very moment: read anew, what the person saw may still be what is set.
      if (!(error instanceof StaleWriteError) || tries >= mostTries) throw error;
    }
  }
}

async function save(ctx: ServiceContext, { warehouseId, version, ...values }: z.output<typeof saveReleaseRuleSchema>): Promise<Saved> {
  const [warehouse, rule, known] = await Promise.all([
    ctx.db.first(warehouses, eq(warehouses.id, warehouseId)),
    ctx.db.first(releaseRules, eq(releaseRules.warehouseId, warehouseId)),
    ctx.db.all(channels, { ids: values.channelIds }),
  ]);
  if (warehouse === undefined) throw notFound("warehouse");
  if (known.length < new Set(values.channelIds).size)
    throw new AppError("invalid", "checkFields", { fields: { channelIds: "channelNotFound" } });
  if ((rule?.settingsVersion ?? 0) !== version) throw new AppError("conflict", "changedMeanwhile");
  const id = rule?.id ?? ctx.ids.next("rrl");
  const settingsVersion = version + 1;
  const made = {
    id,
    warehouseId,
    ...values,
    lastReleasedAt: null,
    lastWaveId: null,
    hasMore: false,
    createdAt: ctx.clock.now(),
    settingsVersion,
  };
  await mutate(ctx, {
    writes: [rule === undefined ? insert(releaseRules, made) : update(releaseRules, rule, { ...values, settingsVersion })],
    audit: {
      action: "release-rule.saved",
      subject: { type: "release-rule", id, label: warehouse.name },
      ...(rule === undefined ? {} : { before: momentsOf(rule) }),
      after: momentsOf(values),
    },
    events: [{ type: "data.changed", area: "warehouse" }],
  });
  return { id, version: settingsVersion };
}

type Said = Pick<
  typeof releaseRules.$inferSelect,
  "isActive" | "everyMinutes" | "whenWaiting" | "cutOffs" | "leadMinutes" | "channelIds" | "batching"
>;

function momentsOf({ isActive, everyMinutes, whenWaiting, cutOffs, leadMinutes, channelIds, batching }: Said) {
  return { isActive, everyMinutes, whenWaiting, cutOffs, leadMinutes, channelIds, batching };
}
