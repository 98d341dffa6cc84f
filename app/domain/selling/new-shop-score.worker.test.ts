import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { channels } from "#db/schema/channels.ts";
import { recommendations } from "#db/schema/selling.ts";
import { testIds } from "#db/testing/basics.ts";
import { aChannel } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { readScore } from "./read-score.server.ts";
import { readScoreSummary } from "./read-score-summary.server.ts";
import { refreshAdvice } from "./refresh-advice.server.ts";

test.each([
  ["mercado-livre", "MLB", 0, { key: "claims", rateBp: 0, count: 0, base: 0, windowDays: 60, target: null }],
  [
    "shopee",
    "BR",
    null,
    { key: "same_day_handover", rateBp: 0, count: null, base: null, windowDays: null, target: { valueBp: 6_000, isFloor: true } },
  ],
])(
  "a new shop of %s without orders and listings has no score, no headroom and no advice, and says why",
  async (vendor, site, salesCompleted, metric) => {
    const home = await aWorkspace();
    const stage = createStage();
    const ctx = stage.as(home, { role: "owner" });
    const id = testIds.next("chn");
    const noWord = { level: null, medal: null, levelWithoutProtection: null, protectedUntilMs: null };
    const account = { isUsable: true, answerMinutes: null, reputation: { ...noWord, salesCompleted, metrics: [metric] } };
    await writeRows(
      home.id,
      updateWhere(channels, sql`true`, { state: "disconnected" }),
      insert(channels, aChannel({ id, vendor, site, accountRef: "new", account })),
    );
    await refreshAdvice(stage.as(home, { system: "events" }));
    const report = await readScore(ctx);
    expect(report.workspace).toMatchObject({ score: null, gap: "nothing-to-judge" });
    expect(report.channels).toMatchObject([{ channelId: id, score: null, gap: "nothing-to-judge", headroom: [] }]);
    expect(await readScoreSummary(ctx)).toMatchObject({ score: null, gap: "nothing-to-judge", history: [] });
    expect(await ctx.db.count(recommendations, eq(recommendations.channelId, id))).toBe(0);
  },
);
