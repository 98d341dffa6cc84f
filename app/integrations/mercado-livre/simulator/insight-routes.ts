import { chance } from "./chance.ts";
import { withItem, withOwnItem } from "./item-routes.ts";
import type { SimItem, World } from "./model.ts";
import { performance } from "./performance.ts";
import { refuse, reply, utcIso } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";

const dayMs = 86_400_000;
const longestWindowDays = 150;

export const insightRoutes: Route[] = [
  // The only resource of an item that is written in the singular.
  route("GET /item/:id/performance", (context) =>
    withOwnItem(context, "Caller must be the seller of the item", (item) => performance(context, item)),
  ),
  route("GET /items/:id/visits/time_window", (context) =>
    withItem(context, (item) => visitsReply(context, { item_id: item.id }, (day) => visitsOn(context.world, item, day))),
  ),
  route("GET /users/:user/items_visits/time_window", (context) =>
    visitsReply(context, { user_id: context.caller.id }, (day) =>
      (context.world.itemIdsOf.get(context.caller.id) ?? []).slice(0, 500).reduce((sum, id) => {
        const item = context.world.items.get(id);
        return sum + (item === undefined ? 0 : visitsOn(context.world, item, day));
      }, 0),
    ),
  ),
  route("GET /items/visits", (context) => {
    const ids = (context.url.searchParams.get("ids") ?? "").split(",");
    if (ids.length !== 1) return refuse(400, "validation_parameters", "maximum amount of items to query is 1");
    return datedVisits(context, ids[0] ?? "");
  }),
  route("GET /visits/items", (context) => {
    const ids = (context.url.searchParams.get("ids") ?? "").split(",");
    if (ids.length !== 1) return refuse(400, "validation_parameters", "maximum amount of items to query is 1");
    const item = context.world.items.get(ids[0] ?? "");
    return item === undefined ? refuse(404, "not_found", "Item not found") : reply({ [item.id]: Math.round(item.popularity * 4_100) });
  }),
  route("GET /trends/MLB", () => reply(trends())),
  route("GET /trends/MLB/:category", () => reply(trends())),
];

function visitsOn(world: World, item: SimItem, day: number): number {
  if (day * dayMs < item.createdMs - dayMs || item.status === "closed") return 0;
  const weekday = new Date(day * dayMs).getUTCDay();
  const rhythm = weekday === 6 ? 0.7 : weekday === 0 ? 0.85 : 1.1;
  return Math.round(item.popularity * 14 * rhythm * (0.6 + chance(world.seed, item.good, day, 51) * 0.8));
}

function visitsReply({ url, nowMs }: RouteContext, about: Record<string, unknown>, visits: (day: number) => number): Response {
  const last = Number(url.searchParams.get("last") ?? 7);
  if (!Number.isInteger(last) || last < 1) return refuse(400, "bad_request", "invalid last");
  if (last > longestWindowDays) return tooLong();
  const ending = Date.parse(url.searchParams.get("ending") ?? "");
  const lastDay = Math.floor((Number.isNaN(ending) ? nowMs : ending) / dayMs);
  const results = Array.from({ length: last }, (_, index) => {
    const day = lastDay - last + 1 + index;
    const total = visits(day);
    return { date: utcIso(day * dayMs), total, visits_detail: [{ company: "mercadolibre", quantity: total }] };
  });
  return reply({
    ...about,
    date_from: utcIso((lastDay - last + 1) * dayMs),
    date_to: utcIso((lastDay + 1) * dayMs),
    total_visits: results.reduce((sum, one) => sum + one.total, 0),
    last,
    unit: "day",
    results,
  });
}

function datedVisits({ world, url }: RouteContext, id: string): Response {
  const [from, to] = ["date_from", "date_to"].map((name) => Math.floor(Date.parse(url.searchParams.get(name) ?? "") / dayMs));
  const item = world.items.get(id);
  if (item === undefined) return refuse(404, "not_found", "Item not found");
  if (from === undefined || to === undefined || Number.isNaN(from + to))
    return refuse(400, "bad_request", "date_from and date_to are required");
  if (to - from > longestWindowDays) return tooLong();
  const total = Array.from({ length: to - from + 1 }, (_, index) => visitsOn(world, item, from + index)).reduce((sum, one) => sum + one, 0);
  return reply([{ item_id: id, total_visits: total }]);
}

function tooLong(): Response {
  return refuse(400, "bad_request", `invalid time window, should be smaller or equal to ${longestWindowDays} days`);
}

const keywords = [
  "garrafa térmica",
  "air fryer",
  "potes herméticos",
  "luminária led",
  "cadeira gamer",
  "jogo de panelas",
  "mangueira mágica",
  "arranhador gato",
] as const;

function trends(): unknown {
  return Array.from({ length: 50 }, (_, index) => {
    const keyword = `${keywords[index % keywords.length]}${index < keywords.length ? "" : ` ${index}`}`;
    return { keyword, url: `https://lista.mercadolivre.com.br/${encodeURIComponent(keyword)}` };
  });
}
