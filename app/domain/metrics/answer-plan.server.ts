import { eq, inArray } from "drizzle-orm";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { interactions } from "#db/schema/interactions.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { actorAllows } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { findTexts } from "../meaning/find-texts.server.ts";
import { listOrders } from "../orders/list-orders.server.ts";
import type { AskAnswer, Answered, AskedQuery, FoundThing } from "./answer.ts";
import { catalogue } from "./catalogue.ts";
import { explainChange } from "./explain-change.server.ts";
import { findEntity } from "./find-entity.server.ts";
import { chooseChart } from "./language/choose-chart.ts";
import { whatToFind } from "./language/find-or-search.ts";
import type { Speaker } from "./language/format-value.ts";
import type { Plan, Refusal } from "./language/plan.ts";
import { datesIn, suggestInstead, suggestNext } from "./language/suggest.ts";
import { writeAnswer } from "./language/write-answer.ts";
import { writeRefusal } from "./language/write-refusal.ts";
import { writeWhy } from "./language/write-why.ts";
import type { MetricId } from "./kinds.ts";
import { momentMs, resolveWhen, wallNow } from "./period.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import type { When } from "./schemas.ts";

const mostFound = 10;
const shownLength = 300;

async function speakerFor(locale: Locale): Promise<Speaker> {
  return { locale, t: await getTranslator(locale, "asking") };
}

/** A refusal in words, with what could be asked instead by whoever asks. */
export async function refused(
  ctx: ServiceContext,
  refusal: Refusal,
  { locale, question }: { locale: Locale; question: string },
): Promise<AskAnswer> {
  const speaker = await speakerFor(locale);
  const maySee = (metric: MetricId) => actorAllows(ctx.actor, catalogue[metric].scope);
  const year = new Date(ctx.clock.now()).getUTCFullYear();
  const dates = refusal.because === "date" ? datesIn(speaker, question, year) : [];
  return {
    kind: "refused",
    reason: refusal.reason,
    answer: writeRefusal(speaker, refusal),
    suggestions: suggestInstead(speaker, refusal, maySee, dates),
    source: "rules",
  };
}

/** Counts what a plan asks for, and says it. What the asker may not see is refused before anything of it is told. */
export async function answerPlan(ctx: ServiceContext, plan: Plan, locale: Locale): Promise<AskAnswer> {
  const { query } = plan;
  try {
    return await answerBy(ctx, plan, await speakerFor(locale));
  } catch (error) {
    const metric = query.type === "metric" || query.type === "why" ? query.metric : undefined;
    if (error instanceof AppError && error.code === "forbidden")
      return refused(ctx, { reason: "forbidden", ...(metric === undefined ? {} : { metric }) }, { locale, question: "" });
    // The planner knows the catalogue; what it still gets wrong is said to be so and counted as nothing.
    if (error instanceof AppError && error.code === "invalid" && metric !== undefined)
      return refused(ctx, { ...unfitReason(error, query), metric }, { locale, question: "" });
    throw error;
  }
}

function unfitReason({ fields = {} }: AppError, query: AskedQuery): Pick<Refusal, "reason" | "because"> {
  const [field = ""] = Object.keys(fields);
  if (!field.startsWith("when") && field !== "grain" && field !== "compare") return { reason: "not-understood" };
  const isOfPeople = query.type === "metric" && [...query.by, ...query.where.map(({ dimension }) => dimension)].includes("person");
  return isOfPeople ? { reason: "period-unclear", because: "people-days" } : { reason: "period-unclear" };
}

function answerBy(ctx: ServiceContext, plan: Plan, speaker: Speaker): Promise<AskAnswer> {
  const { query } = plan;
  switch (query.type) {
    case "metric":
      return answerMetric(ctx, query, plan, speaker);
    case "why":
      return answerWhy(ctx, query, speaker);
    case "search":
      return answerSearch(ctx, query, speaker);
    case "find":
      return answerFind(ctx, query, speaker);
    default:
      return query satisfies never;
  }
}

type Of<Type extends AskedQuery["type"]> = Extract<AskedQuery, { type: Type }>;

async function answerMetric(
  ctx: ServiceContext,
  { type, ...asked }: Of<"metric">,
  { chart, assumptions, showsShares }: Plan,
  speaker: Speaker,
): Promise<Answered> {
  const result = await queryMetrics(ctx, asked);
  const query = { type, ...result.query };
  return {
    ...empty(query),
    columns: result.columns,
    rows: result.rows,
    answer: writeAnswer(speaker, result, assumptions, showsShares),
    chart: chooseChart(result, chart),
    suggestions: suggestNext(speaker, query),
    result,
  };
}

async function answerWhy(ctx: ServiceContext, { type, ...asked }: Of<"why">, speaker: Speaker): Promise<Answered> {
  const explanation = await explainChange(ctx, asked);
  const query = { type, ...explanation.query };
  return { ...empty(query), answer: writeWhy(speaker, explanation), suggestions: suggestNext(speaker, query), explanation };
}

function empty(query: AskedQuery): Answered {
  return {
    kind: "answered",
    query,
    columns: [],
    rows: [],
    answer: "",
    chart: null,
    source: "rules",
    suggestions: [],
    result: null,
    explanation: null,
    found: [],
  };
}

async function answerSearch(ctx: ServiceContext, query: Of<"search">, { t }: Speaker): Promise<Answered> {
  if (!actorAllows(ctx.actor, "shoppers:read")) throw new AppError("forbidden", "forbidden");
  const between = query.when === null ? {} : await momentsOf(ctx, query.when);
  const hits = await findTexts(ctx, { kind: "interaction", question: query.text, limit: mostFound, ...between });
  const ids = hits.map(({ subjectId }) => subjectId);
  const rows = ids.length === 0 ? [] : await ctx.db.all(interactions, { where: inArray(interactions.id, ids) });
  const known = new Map(rows.map((row) => [row.id, row]));
  const found = ids.flatMap((id): FoundThing[] => {
    const row = known.get(id);
    if (row === undefined) return [];
    return [{ kind: "interaction", id, label: row.text.slice(0, shownLength), detail: row.kind, href: `/interactions/${id}` }];
  });
  return { ...empty(query), answer: t(found.length === 0 ? "found.noInteractions" : "found.interactions"), found };
}

async function momentsOf(ctx: ServiceContext, when: When): Promise<{ from: number; until: number }> {
  const home = await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId));
  const timeZone = home?.timeZone ?? "UTC";
  const { from, to } = resolveWhen(when, wallNow(ctx.clock.now(), timeZone));
  return { from: momentMs(from, timeZone), until: momentMs(to, timeZone) };
}

async function answerFind(ctx: ServiceContext, query: Of<"find">, { t }: Speaker): Promise<Answered> {
  const { dimensions, name, isOrder } = whatToFind(query.text);
  const ofOrders = isOrder && actorAllows(ctx.actor, "orders:read") ? await findOrders(ctx, name) : [];
  const entities = isOrder
    ? []
    : await findEntity(ctx, { text: name.slice(0, 200), ...(dimensions === undefined ? {} : { dimensions: [...dimensions] }) });
  const things = entities.map(({ dimension, id, label }): FoundThing => ({
    kind: dimension,
    id,
    label,
    detail: "",
    href: hrefs[dimension]?.(id, label) ?? "",
  }));
  const found = [...ofOrders, ...things.filter(({ href }) => href !== "")].slice(0, mostFound);
  return { ...empty(query), answer: t(found.length === 0 ? "found.noThings" : "found.things"), found };
}

async function findOrders(ctx: ServiceContext, search: string): Promise<FoundThing[]> {
  const { data } = await listOrders(ctx, { search, limit: mostFound });
  return data.map(({ id, orderRef, items }) => ({
    kind: "order",
    id,
    label: orderRef,
    detail: items[0]?.title ?? "",
    href: `/orders/${id}`,
  }));
}

/** Where a thing is looked at; what has no page of its own is found where it belongs. */
const hrefs: Readonly<Partial<Record<string, (id: string, label: string) => string>>> = {
  channel: (id) => `/channels/${id}`,
  product: (id) => `/catalog/${id}`,
  sku: (_, label) => `/catalog?search=${encodeURIComponent(label)}`,
  listing: (id) => `/listings/${id}`,
  zone: (id) => `/warehouse/zones/${id}`,
  warehouse: () => "/warehouse",
  person: () => "/settings/team",
  site: (id) => `/sites/${id}`,
};
