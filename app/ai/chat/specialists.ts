import type { Specialist } from "#app/domain/conversations/parts.ts";
import type { MetricArea } from "#app/domain/metrics/kinds.ts";

type Knowledge = {
  /** What it looks after, in one sentence. */
  duty: string;
  areas: readonly MetricArea[];
  /** Beyond what all of them share. */
  tools: readonly string[];
};

/** All of them look numbers up the same way, and hand over what is not theirs. */
export const sharedTools = ["query_metrics", "explain_change", "find_entity", "search_interactions", "hand_over", "read_approval"] as const;

export const knowledgeOf: Readonly<Record<Specialist, Knowledge>> = {
  sales: {
    duty: "what is sold: orders, revenue, fees, margins, cancellations, deliveries, and what AI costs",
    areas: ["sales", "ai"],
    tools: ["list_orders", "read_order", "list_channels", "list_recommendations", "read_recommendation", "list_trends", "read_ai_spend"],
  },
  floor: {
    duty: "the warehouse: stock, bins, picking, counting, returns, alerts and the people on the floor",
    areas: ["warehouse"],
    tools: ["list_stock", "list_zones", "read_zone", "list_alerts", "list_reports", "read_report", "list_products"],
  },
  shoppers: {
    duty: "what shoppers do on the sites: visits, views, carts, conversion, interactions and patterns",
    areas: ["shoppers"],
    tools: ["list_interactions", "read_interaction", "list_patterns", "read_pattern", "list_sites", "read_site_statistics"],
  },
  listings: {
    duty: "what is offered: products, listings, prices, quality, questions, reviews and what agents propose",
    areas: ["listings"],
    tools: ["list_products", "read_product", "list_listings", "read_listing", "list_questions", "list_reviews", "list_proposals"],
  },
};

/** Words by which a person asks for something to be done, in both languages. Only who says one is offered tools that act. */
const orders = new RegExp(
  `\\b(?:${[
    String.raw`paus\w*|resum\w*|reativ\w*|ativ(?:a|e|ar)|activat\w*|deactivat\w*|desativ\w*|suspend\w*`,
    String.raw`set|mud(?:a|e|ar)|alter(?:a|e|ar)|troc(?:a|ar|que)|chang(?:e|ing)|updat\w*|ajust(?:a|e|ar)|adjust|rais(?:e|ing)`,
    String.raw`aument(?:a|e|ar)|baix(?:a|e|ar)|lower|reduz\w*|reduce|coloc(?:a|ar|que)|put`,
    String.raw`creat(?:e|ing)|cri(?:a|e|ar)|plan|planej\w*|schedule|agend\w*|mand(?:a|e|ar)|count|cont(?:a|e|ar)|prioriti[sz]\w*|prioriz\w*`,
    String.raw`answer|reply|respond(?:a|e|er)?|approv\w*|aprov(?:a|e|ar)|reject|rejeit\w*|recus(?:a|e|ar)|apply|apli(?:ca|car|que)`,
    String.raw`dismiss|descart\w*|dispens\w*|watch|acompanh(?:a|e|ar)|pin|fix(?:a|e|ar)`,
    String.raw`do it|go ahead|faz|faca|fazer|sim|yes|please|por favor`,
  ].join("|")})\\b`,
);

export function mayWantAct(foldedQuestion: string): boolean {
  return orders.test(foldedQuestion);
}
