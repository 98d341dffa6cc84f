import type { trendRules as source } from "../../en/agents/trend-rules.ts";
import type { Translation } from "../../translation.ts";

/** Como cada regra deste agente se chama, o que diz do que viu e o que espera do que propõe. */
export const trendRules: Translation<typeof source> = {
  "trends_own-rising": {
    title: "Mais gente procura o que você vende",
    says: "{{region}}: {{term}} variou {{changePercent}}% em relação às semanas anteriores, com {{sureness}}% de certeza ({{sources}}). É parecido com {{goods}}.",
    effect: "{{term}} passa a ser acompanhado, para olhar estoque, preço e título a tempo.",
  },
  trends_rising: {
    title: "Sobe um termo que você não atende",
    says: "{{region}}: {{term}} variou {{changePercent}}% em relação às semanas anteriores, com {{sureness}}% de certeza ({{sources}}). Nenhuma mercadoria sua é parecida.",
    effect: "{{term}} passa a ser acompanhado, como algo que poderia ser comprado e vendido.",
  },
  trends_new: {
    title: "Um termo que ninguém conhecia na semana passada",
    says: "{{region}}: {{term}} apareceu em {{firstSeen}} ({{sources}}), em: {{examples}}.",
    effect: "{{term}} passa a ser acompanhado até haver com que comparar.",
  },
  "trends_own-falling": {
    title: "Menos gente procura o que você vende",
    says: "{{region}}: {{term}} variou {{changePercent}}% em relação às semanas anteriores, com {{sureness}}% de certeza ({{sources}}). É parecido com {{goods}}. Compre com cuidado.",
  },
  trends_quiet: {
    title: "Nada se move",
    says: "{{terms}} termos de {{sources}} fontes foram julgados juntos, e nenhum se moveu mais do que o acaso faria.",
  },
  "trends_source-silent": {
    title: "Fontes que não responderam",
    says: "{{sources}} fontes não responderam ou disseram algo ilegível: {{examples}}. As outras foram julgadas sem elas.",
  },
};
