import type { agents as source } from "../en/agents.ts";
import type { Translation } from "../translation.ts";
import { copyMasterRules } from "./agents/copy-master-rules.ts";
import { managerRules } from "./agents/manager-rules.ts";
import { optimizerRules } from "./agents/optimizer-rules.ts";
import { priceRules } from "./agents/price-rules.ts";
import { reviewRules } from "./agents/review-rules.ts";
import { syncRules } from "./agents/sync-rules.ts";
import { trendRules } from "./agents/trend-rules.ts";

/** O que os agentes dizem de si, do que viram e do que propõem. */
export const agents: Translation<typeof source> = {
  rules: { ...optimizerRules, ...syncRules, ...managerRules, ...copyMasterRules, ...priceRules, ...trendRules, ...reviewRules },
  /** What reviews and questions are about. */
  topics: {
    delivery: "entrega",
    packaging: "embalagem",
    quality: "qualidade",
    "not-working": "não funciona",
    safety: "segurança",
    size: "tamanho",
    voltage: "voltagem",
    compatibility: "compatibilidade",
    mismatch: "diferente do anúncio",
    colour: "cor",
    "wrong-item": "produto trocado",
    "missing-parts": "peças faltando",
    instructions: "instruções",
    smell: "cheiro",
    noise: "barulho",
    battery: "bateria",
    leak: "vazamento",
    "used-item": "parece usado",
    authenticity: "não é original",
    service: "atendimento",
    price: "preço",
  },
};
