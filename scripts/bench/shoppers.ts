import { interactionKinds } from "#app/domain/interactions/interaction.ts";
import { searchedText } from "#app/domain/interactions/searched-text.ts";
import { embedText, rulesModel } from "#app/domain/meaning/embed-text.ts";
import { textRow } from "#app/domain/meaning/text-row.ts";
import { statisticsWrites } from "#app/domain/interactions/statistics/statistics-writes.ts";
import { demoWorkspaceId, otherWorkspaceId } from "#db/seed/people.ts";
import { demoSite, otherSite } from "#db/seed/sites.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { searchTexts } from "#db/schema/search.ts";
import { statementsFor } from "#db/statements.server.ts";
import { someFeatures } from "#db/testing/shopper-rows.ts";
import { insert, type NewRow, type Write } from "#db/writes.ts";
import { withLocalData } from "#scripts/dev/local-data.ts";

const longList = 100_000;
const shortList = 1_000;
const countedSessions = 10_000;
const eventsOfSession = 20;
const rowsAtOnce = 1_000;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const goods = ["Chaleira", "Panela", "Luminária", "Furadeira", "Toalha", "Vaso", "Caderno", "Comedouro"];
const doings = [
  "Comparou duas opções de {} por 3 minutos e saiu quando viu o frete",
  "Comprou {} pelo celular",
  "Buscou {} e não encontrou nada",
  "Viu {} e voltou à lista três vezes",
  "Pôs {} no carrinho e não terminou o cadastro",
  "Olhou a primeira página e foi embora",
];

/** One workspace whose shoppers did much and one whose did little, in the same tables; and visits enough to be counted by. */
export async function fillShoppers(stateDir: string): Promise<void> {
  await withLocalData(stateDir, async ({ DB }) => {
    const fill = async (workspaceId: string, writes: Iterable<Write>) => {
      for (const write of writes) await DB.batch(statementsFor(DB, write, workspaceId));
    };
    await fill(demoWorkspaceId, interactionWrites("d", demoSite.id, longList));
    await fill(otherWorkspaceId, interactionWrites("o", otherSite.id, shortList));
    await fill(demoWorkspaceId, visitWrites(demoSite.id, countedSessions));
  });
}

function* parts(count: number): Iterable<number[]> {
  for (let start = 0; start < count; start += rowsAtOnce) {
    yield Array.from({ length: Math.min(rowsAtOnce, count - start) }, (_, place) => start + place);
  }
}

function* interactionWrites(mark: string, siteId: string, count: number): Iterable<Write> {
  const now = Date.now();
  for (const part of parts(count)) {
    const rows = part.map((number) => interactionRow(mark, siteId, { number, at: now - number * minuteMs }));
    yield insert(interactions, ...rows);
    yield insert(searchTexts, ...rows.map(textOf));
  }
}

function interactionRow(mark: string, siteId: string, { number, at }: { number: number; at: number }): NewRow<typeof interactions> {
  const product = `${goods[number % goods.length]} ${number % 977}`;
  return {
    id: `int_bench_${mark}${String(number).padStart(7, "0")}`,
    source: "web",
    sourceId: siteId,
    subjectId: `vis_bench_${mark}${number}`,
    visitorKey: `v_${number % 4_001}`,
    kind: interactionKinds[number % 8] ?? "viewed",
    text: (doings[number % doings.length] ?? "").replace("{}", product),
    describedBy: "rules",
    aiCallId: null,
    occurredAt: at,
    durationMs: 180_000,
    channel: number % 3 === 0 ? "phone" : "desktop",
    isBot: number % 20 === 0,
    products: [],
    moments: [],
    tags: number % doings.length === 0 ? ["hesitation:shipping-cost"] : [],
    createdAt: at,
  };
}

function textOf({ id, text, tags, occurredAt }: NewRow<typeof interactions>): NewRow<typeof searchTexts> {
  const words = searchedText({ text, tags: tags.map(String), products: [] });
  const found = { kind: "interaction" as const, subjectId: id, text: words, print: id, happenedAt: occurredAt };
  return textRow({ id: id.replace("int", "stx"), ...found, model: rulesModel, vector: embedText(words) });
}

function* visitWrites(siteId: string, count: number): Iterable<Write> {
  const now = Date.now();
  let made = 0;
  const ids = { next: (prefix: string) => `${prefix}_bench_${(made += 1)}` };
  for (const part of parts(count)) {
    const rows = part.map((number) => visitRow(siteId, { number, startedAt: now - (number % 30) * dayMs - number * 97 }));
    yield insert(shopperSessions, ...rows);
    for (const row of rows) {
      const pages = Array.from({ length: 4 }, (_, page) => ({
        path: `/p/${(row.startedAt + page * 13) % 61}`,
        pageViews: 1,
        visibleMs: 9_000,
      }));
      yield* statisticsWrites({ ids, timeZone: "America/Sao_Paulo" }, row, pages);
    }
  }
}

function visitRow(siteId: string, { number, startedAt }: { number: number; startedAt: number }) {
  const [device, browser] = number % 3 === 0 ? (["phone", "Safari"] as const) : (["desktop", "Chrome"] as const);
  const features = { ...someFeatures, startedAt, endedAt: startedAt + 300_000, device, browser, landingPath: `/p/${number % 61}` };
  return {
    id: `vis_count_${number}`,
    siteId,
    visitorKey: `v_${number % 4_001}`,
    startedAt,
    endedAt: startedAt + 300_000,
    events: eventsOfSession,
    halfHourVisits: 1,
    endedBy: "idle",
    isBot: false,
    features,
    processing: "done",
    createdAt: startedAt,
  };
}
