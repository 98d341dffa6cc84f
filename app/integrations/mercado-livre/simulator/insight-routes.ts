import { chance } from "./chance.ts";
import { withItem, withOwnItem } from "./item-routes.ts";
import type { SimItem, World } from "./model.ts";
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

type Check = {
  bucket: "CHARACTERISTICS" | "OFFER";
  variable: string;
  rule: string;
  title: string;
  weight: number;
  progress: number;
  isWarning?: boolean;
};

/** What raises or lowers the score, by the vendor's keys; the weights are not published and are ours. */
function checksOf(world: World, item: SimItem): Check[] {
  const hasSpecification = chance(world.seed, item.good, 61) > 0.12;
  const words = item.title.split(" ").length;
  return [
    {
      bucket: "CHARACTERISTICS",
      variable: "PICTURES",
      rule: "PICTURES_QUANTITY_MIN",
      title: "Adicione pelo menos 3 fotos",
      weight: 22,
      progress: Math.min(1, item.pictures / 3),
    },
    {
      bucket: "CHARACTERISTICS",
      variable: "GTIN",
      rule: "HAS_GTIN",
      title: "Informe o código universal do produto",
      weight: 14,
      progress: item.gtin !== null || item.variations.length > 0 ? 1 : 0,
    },
    {
      bucket: "CHARACTERISTICS",
      variable: "TITLE",
      rule: "TITLE_LENGTH_MIN",
      title: "Escreva um título com pelo menos 3 palavras",
      weight: 12,
      progress: words >= 3 ? 1 : words / 3,
    },
    {
      bucket: "CHARACTERISTICS",
      variable: "TECHNICAL_SPECIFICATIONS_MAIN",
      rule: "TS_MAIN_QUALITY_INCOMPLETE_REQUIRED",
      title: "Complete as características obrigatórias",
      weight: 16,
      progress: hasSpecification ? 1 : 0.5,
      isWarning: true,
    },
    {
      bucket: "OFFER",
      variable: "FREE_SHIPPING",
      rule: "HAS_FREE_SHIPPING",
      title: "Ofereça frete grátis",
      weight: 16,
      progress: item.freeShipping ? 1 : 0,
    },
    {
      bucket: "OFFER",
      variable: "FINANCING",
      rule: "BEST_FINANCING",
      title: "Ofereça parcelamento sem juros",
      weight: 12,
      progress: item.listingType === "gold_pro" ? 1 : 0,
    },
    {
      bucket: "OFFER",
      variable: "STOCK_DEPOSITO",
      rule: "HAS_STOCK_DEPOSITO",
      title: "Tenha pelo menos 2 unidades em estoque",
      weight: 8,
      progress: item.quantity >= 2 ? 1 : 0,
    },
  ];
}

function performance({ world, nowMs }: RouteContext, item: SimItem): Response {
  // A new listing has no score yet, which is not a score of zero.
  if (item.createdMs > nowMs - dayMs || item.status === "closed") return refuse(404, "not_found", "Not found item performance");
  const checks = checksOf(world, item);
  const score = scoreOf(checks);
  const calculated_at = utcIso(Math.min(nowMs, Math.max(item.updatedMs, nowMs - 20 * 3_600_000)));
  const statusOf = (progress: number) => (progress >= 1 ? "COMPLETED" : "PENDING");
  const buckets = (["CHARACTERISTICS", "OFFER"] as const).map((key) => {
    const own = checks.filter((check) => check.bucket === key);
    const variables = own.map((check) => ({
      key: check.variable,
      status: statusOf(check.progress),
      score: Math.round(check.progress * 1_000) / 10,
      title: check.title,
      calculated_at,
      rules: [
        {
          key: check.rule,
          status: statusOf(check.progress),
          progress: Math.round(check.progress * 100) / 100,
          mode: check.isWarning === true ? "WARNING" : "OPPORTUNITY",
          calculated_at,
          wordings: { title: check.title, label: "Melhorar", link: `https://www.mercadolivre.com.br/anuncios/${item.id}/modificar` },
        },
      ],
    }));
    const bucketScore = scoreOf(own);
    return {
      key,
      type: "",
      status: statusOf(bucketScore / 100),
      score: bucketScore,
      title: key === "OFFER" ? "Condições de venda" : "Ficha do produto",
      calculated_at,
      variables,
    };
  });
  const [level, level_wording] = score >= 66 ? ["Good", "Profissional"] : score >= 34 ? ["Regular", "Satisfatória"] : ["Bad", "Básica"];
  return reply({ entity_type: "ITEM", entity_id: item.id, score: Math.round(score), level, level_wording, calculated_at, buckets });
}

function scoreOf(checks: readonly Check[]): number {
  const weight = checks.reduce((sum, check) => sum + check.weight, 0);
  return Math.round((checks.reduce((sum, check) => sum + check.weight * check.progress, 0) / weight) * 1_000) / 10;
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
