import { z } from "zod";
import type { ChannelSummary, RunSummary } from "#app/domain/channels/list-channels.server.ts";
import type { pauseChannel } from "#app/domain/channels/pause-channel.server.ts";
import { vendors } from "#app/domain/channels/ports.ts";
import type { ChannelDetail, NoticeRow } from "#app/domain/channels/read-channel.server.ts";
import type { StockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import type { requestSync } from "#app/domain/channels/request-sync.server.ts";
import type { setStockSource } from "#app/domain/channels/set-stock-source.server.ts";
import { driftReasons } from "#app/domain/catalog/stock-drift.ts";
import { type Answer, exactly } from "./exactly.ts";

const timeMs = z.int();
const syncCount = z.object({ done: z.int(), total: z.int().nullable(), failed: z.int() });
const bothSides = z.object({ here: z.int(), there: z.int().nullable() });
const problem = z.object({ at: timeMs, fault: z.string(), text: z.string(), retryAt: timeMs.nullable() });

const run = exactly<RunSummary>()(
  z.object({
    id: z.string(),
    kind: z.string(),
    state: z.string(),
    phase: z.string(),
    counts: z.record(z.string(), syncCount),
    problems: z.array(problem),
    reconciliation: z.record(z.string(), bothSides).nullable(),
    startedAt: timeMs.nullable(),
    heartbeatAt: timeMs.nullable(),
    finishedAt: timeMs.nullable(),
    createdAt: timeMs,
  }),
);

const summary = z.object({
  id: z.string(),
  vendor: z.enum(vendors),
  site: z.string(),
  name: z.string(),
  accountRef: z.string(),
  state: z.string(),
  problem: z.string().nullable(),
  createdAt: timeMs,
  tokensRenewedAt: timeMs.nullable(),
  accessExpiresAt: timeMs.nullable(),
  grantEndsAt: timeMs.nullable(),
  lastSyncAt: timeMs.nullable(),
  lastNoticeAt: timeMs.nullable(),
  nextSyncAt: timeMs.nullable(),
  erasingAt: timeMs.nullable(),
  listings: z.int(),
  orders: z.int(),
  notices24h: z.int(),
  lagMs: z.int().nullable(),
  noticesWaiting: z.int(),
  runs7d: z.object({ ended: z.int(), failed: z.int() }),
  latestRun: run.nullable(),
  stockFromWarehouse: z.boolean(),
});

const notice = exactly<NoticeRow>()(
  z.object({
    id: z.string(),
    topic: z.string(),
    about: z.string(),
    receivedAt: timeMs,
    handledAt: timeMs.nullable(),
    outcome: z.string().nullable(),
  }),
);
const drift = exactly<StockDrift>()(
  z.object({
    id: z.string(),
    title: z.string(),
    modelName: z.string(),
    sku: z.string().nullable(),
    available: z.int().nullable(),
    shown: z.int(),
    reason: z.enum(driftReasons).nullable(),
    vendorText: z.string().nullable(),
    since: timeMs,
    toldAt: timeMs.nullable(),
    retryAt: timeMs.nullable(),
  }),
);
const capability = z.boolean();

export const channelsAnswers = {
  Channel: exactly<ChannelSummary>()(summary),
  ChannelDetail: exactly<ChannelDetail>()(
    summary.extend({
      capabilities: z.object({
        price: capability,
        stock: capability,
        pause: capability,
        answers: capability,
        shipping: capability,
        competition: capability,
        quality: capability,
        reviews: capability,
      }),
      runs: z.array(run),
      notices: z.array(notice),
    }),
  ),
  ChannelState: exactly<Answer<typeof pauseChannel>>()(z.object({ id: z.string(), state: z.string() })),
  StockSource: exactly<Answer<typeof setStockSource>>()(z.object({ id: z.string(), stockFromWarehouse: z.boolean() })),
  StockDrift: drift,
  SyncRequested: exactly<Answer<typeof requestSync>>()(z.object({ runId: z.string() })),
};
