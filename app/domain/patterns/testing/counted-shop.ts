import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { patterns } from "#db/schema/patterns.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { countPeriod } from "../count-period.server.ts";
import { generateSessions, type PlantedTruths } from "../generate-sessions.ts";
import { madeShop } from "./made-days.ts";

const zone = "America/Sao_Paulo";
export const hourMs = 3_600_000;
/** The stage starts on Saturday the 21st, noon in UTC. */
export const friday = "2026-11-20";

export function startOf(day: string, timeZone = zone): number {
  const start = startOfDayMs(day, timeZone);
  if (start === undefined) throw new Error(`no day: ${day}`);
  return start;
}

export function aSessionRow(startedAt: number, features: Record<string, unknown>, createdAt = startedAt + hourMs) {
  const plain = { siteId: "sit_1", visitorKey: "v", userRef: null, events: 9, halfHourVisits: 1, followsId: null, endedBy: "idle" };
  const rest = { isBot: false, archiveKey: null, processing: "done", endedAt: startedAt + 600_000 };
  return { ...plain, ...rest, id: testIds.next("ses"), startedAt, features, createdAt };
}

type Came = { sessions?: number; truths?: PlantedTruths; createdAt?: number };

/** A shop in São Paulo that nobody came to yet. */
export async function aCountedShop() {
  const home = await aWorkspace();
  const stage = createStage();
  await writeRows(
    home.id,
    removeWhere(patterns, eq(patterns.workspaceId, home.id)),
    removeWhere(shopperSessions, eq(shopperSessions.workspaceId, home.id)),
    updateWhere(workspaces, eq(workspaces.id, home.id), { timeZone: zone }),
  );
  const system = () => stage.as(home, { system: "patterns" });
  return {
    home,
    stage,
    system,
    async cameOn(day: string, { sessions = 120, truths = {}, createdAt }: Came = {}): Promise<string[]> {
      const shop = { ...madeShop, sessionsADay: sessions };
      const random = seededRandom(Number(day.replaceAll("-", "")));
      const made = generateSessions({ random, shop, truths, fromMs: startOf(day), untilMs: startOf(nextDay(day)) });
      const rows = made.map((features) => aSessionRow(features.startedAt, features, createdAt));
      await writeRows(home.id, insert(shopperSessions, ...rows));
      return rows.map(({ id }) => id);
    },
    asked: () => stage.committed.flatMap(({ event }) => (event.type === "patterns.due" ? [`${event.period} ${event.startDay}`] : [])),
    /** Works what was asked for, one after the other, until nothing is. */
    async workAll(): Promise<void> {
      for (let place = 0; place < stage.committed.length; place += 1) {
        const record = stage.committed[place];
        if (record?.event.type !== "patterns.due") continue;
        await env.DB.prepare("update outbox set due_at = null, asks_for = null where id = ?").bind(record.id).run();
        await countPeriod(system(), { period: record.event.period, startDay: record.event.startDay });
      }
    },
  };
}
