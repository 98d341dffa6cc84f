import { inputModes, usualOutputModes } from "./modes.ts";

export const protocolVersion = "1.0";

type Skill = { id: string; name: string; description: string; tags: string[]; examples: string[] };

/** One for each of the house who answers; a router hands each question to who knows. */
const skills: Skill[] = [
  {
    id: "sales",
    name: "Sales",
    description: "Turnover, orders, margins, fees and cancellations over any period, split and compared, and why they moved.",
    tags: ["sales", "orders", "margin", "analytics"],
    examples: ["GMV by channel in the last 30 days compared with the 30 days before", "Por que os pedidos caíram na terça?"],
  },
  {
    id: "floor",
    name: "Warehouse",
    description: "Stock, cover, picking, counts, returns and alerts of the warehouse floor.",
    tags: ["warehouse", "stock", "picking", "returns"],
    examples: ["Which SKUs run out within 10 days?", "Quantos picks por hora cada separador fez ontem?"],
  },
  {
    id: "shoppers",
    name: "Shoppers",
    description: "Visits, views, carts, what people look for and do not buy, and what repeats in how they shop.",
    tags: ["shoppers", "conversion", "behaviour"],
    examples: ["Top 10 products viewed but not bought last week", "Taxa de conversão por dispositivo este mês"],
  },
  {
    id: "listings",
    name: "Listings",
    description: "Listings on marketplaces: quality, prices, questions, reviews and complaints.",
    tags: ["listings", "prices", "reviews", "questions"],
    examples: ["Which listings are out of stock?", "Avaliação média por canal nos últimos 90 dias"],
  },
];

type Place = { publicUrl: string; version: string };

/** Who we are and how to speak with us, for anybody. */
export function agentCard({ publicUrl, version }: Place) {
  return {
    name: "Entrepot",
    description:
      "Answers questions about a shop: what it sells, what its warehouse does, how shoppers behave and how its listings fare. Numbers come from the shop's own data, each with the query behind it. Understands English and Brazilian Portuguese.",
    version,
    supportedInterfaces: [{ url: `${publicUrl}/a2a`, protocolBinding: "JSONRPC", protocolVersion }],
    provider: { organization: "Entrepot", url: publicUrl },
    documentationUrl: `${publicUrl}/docs/api#a2a`,
    capabilities: { streaming: true, pushNotifications: true, extendedAgentCard: true },
    securitySchemes: {
      key: { httpAuthSecurityScheme: { scheme: "Bearer", description: "An API key of the workspace that holds chat:read." } },
    },
    securityRequirements: [{ schemes: { key: { list: [] } } }],
    defaultInputModes: inputModes,
    defaultOutputModes: usualOutputModes,
    skills,
  };
}

/** For whoever shows a key: whose data it is, and the file that a table can be had as. */
export function extendedCard(place: Place, workspace: { name: string }) {
  const card = agentCard(place);
  return {
    ...card,
    name: `Entrepot: ${workspace.name}`,
    skills: card.skills.map((skill) => ({ ...skill, inputModes, outputModes: [...usualOutputModes, "text/csv"] })),
  };
}
