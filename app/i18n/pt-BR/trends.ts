import type { trends as source } from "../en/trends.ts";
import type { Translation } from "../translation.ts";

/** O que as pessoas procuram lá fora, e o que disso tem a ver com a própria mercadoria. */
export const trends: Translation<typeof source> = {
  title: "Tendências",
  state_one: "{{count}} termo em movimento.",
  state_other: "{{count}} termos em movimento.",
  stateMore: "Mais de {{count}} termos em movimento.",
  stateNone: "Nada se move agora.",
  list: "Tendências",
  tabs: { label: "Quais tendências", open: "Em movimento", watched: "Acompanhadas", dismissed: "Deixadas de lado" },
  filters: {
    label: "Filtros",
    region: "Região",
    everyRegion: "Todas as regiões",
    direction: "Movimento",
    everyDirection: "Todos os movimentos",
    own: "Só mercadoria própria",
    show: "Mostrar",
  },
  regions: { BR: "Brasil", US: "Estados Unidos", EU: "Europa" },
  directions: { rising: "Em alta", falling: "Em queda", new: "Novo", steady: "Estável" },
  sources: { marketplace: "Marketplace", search: "Buscas", news: "Notícias" },
  change: "{{percent}} em relação às semanas anteriores",
  sure: "{{percent}} de certeza",
  seriesLabel: "Seis semanas de {{term}}",
  seen: "visto de {{first}} a {{last}}",
  about: "Parecido com",
  noGoods: "Nenhuma mercadoria sua é parecida.",
  sharedWords: "mesmas palavras: {{words}}",
  why: "Por quê, e com que certeza",
  whyBy: {
    rising:
      "A última semana foi comparada com as cinco anteriores, sem o efeito do dia da semana: está {{percent}} acima, e uma diferença assim acontece por acaso em menos de {{chance}} dos casos.",
    falling:
      "A última semana foi comparada com as cinco anteriores, sem o efeito do dia da semana: está {{percent}} abaixo, e uma diferença assim acontece por acaso em menos de {{chance}} dos casos.",
    new: "Não estava em nenhuma lista de suas fontes até esta semana. Ainda não há com que comparar.",
    steady: "A última semana não difere das cinco anteriores mais do que o acaso faria.",
  },
  together: "Todos os termos foram julgados juntos: no máximo um em cada dez dos que se movem pode ser acaso.",
  model: "Palavras de um modelo, não uma medição:",
  evidence: "Onde foi visto",
  acts: { watch: "Acompanhar", dismiss: "Deixar de lado", reopen: "Retomar", actOf: "{{act}}: {{term}}" },
  told: { watched: "Acompanhada. Fica em uma lista própria.", dismissed: "Deixada de lado. Só volta se você retomar.", open: "Retomada." },
  empty: {
    title: "Nada se move ainda",
    text: "O agente Tendências globais ouve marketplaces, buscas e notícias uma vez por dia. O que claramente se move aparece aqui, com o grau de certeza.",
    toAgent: "Ver o agente",
    watchedTitle: "Nada é acompanhado",
    watchedText: "Use Acompanhar em uma tendência para ficar de olho nela aqui, mesmo depois que ela se acalmar.",
    dismissedTitle: "Nada foi deixado de lado",
    dismissedText: "Tendências deixadas de lado ficam aqui e podem ser retomadas.",
    filteredTitle: "Nenhuma tendência é assim",
    filteredText: "Sem estes filtros pode haver outras tendências.",
    clear: "Limpar filtros",
  },
};
