import { chance } from "./chance.ts";
import type { SimItem, World } from "./model.ts";
import { refuse, reply, utcIso } from "./replies.ts";
import type { RouteContext } from "./router.ts";

const dayMs = 86_400_000;

type Rule = {
  bucket: "CHARACTERISTICS" | "OFFER";
  variable: string;
  rule: string;
  title: string;
  weight: number;
  isWarning?: boolean;
  /** From 0 up to 1. */
  progress(item: SimItem, world: World): number;
};
type Check = Omit<Rule, "progress"> & { progress: number };

/** What raises or lowers the score, by the vendor's keys; the weights are not published and are ours. */
const rules: readonly Rule[] = [
  {
    bucket: "CHARACTERISTICS",
    variable: "PICTURES",
    rule: "PICTURES_QUANTITY_MIN",
    title: "Adicione pelo menos 3 fotos",
    weight: 22,
    progress: (item) => Math.min(1, item.pictures / 3),
  },
  {
    bucket: "CHARACTERISTICS",
    variable: "GTIN",
    rule: "HAS_GTIN",
    title: "Informe o código universal do produto",
    weight: 14,
    progress: (item) => (item.gtin !== null || item.variations.length > 0 ? 1 : 0),
  },
  {
    bucket: "CHARACTERISTICS",
    variable: "TITLE",
    rule: "TITLE_LENGTH_MIN",
    title: "Escreva um título com pelo menos 3 palavras",
    weight: 12,
    progress: (item) => Math.min(1, item.title.split(" ").length / 3),
  },
  {
    bucket: "CHARACTERISTICS",
    variable: "TECHNICAL_SPECIFICATIONS_MAIN",
    rule: "TS_MAIN_QUALITY_INCOMPLETE_REQUIRED",
    title: "Complete as características obrigatórias",
    weight: 16,
    isWarning: true,
    progress: (item, world) => (chance(world.seed, item.good, 61) > 0.12 ? 1 : 0.5),
  },
  {
    bucket: "OFFER",
    variable: "FREE_SHIPPING",
    rule: "HAS_FREE_SHIPPING",
    title: "Ofereça frete grátis",
    weight: 16,
    progress: (item) => (item.freeShipping ? 1 : 0),
  },
  {
    bucket: "OFFER",
    variable: "FINANCING",
    rule: "BEST_FINANCING",
    title: "Ofereça parcelamento sem juros",
    weight: 12,
    progress: (item) => (item.listingType === "gold_pro" ? 1 : 0),
  },
  {
    bucket: "OFFER",
    variable: "STOCK_DEPOSITO",
    rule: "HAS_STOCK_DEPOSITO",
    title: "Tenha pelo menos 2 unidades em estoque",
    weight: 8,
    progress: (item) => (item.quantity >= 2 ? 1 : 0),
  },
];

function checksOf(world: World, item: SimItem): Check[] {
  return rules.map((rule) => ({ ...rule, progress: rule.progress(item, world) }));
}

export function performance({ world, nowMs }: RouteContext, item: SimItem): Response {
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
