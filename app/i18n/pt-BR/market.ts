import type { market as source } from "../en/market.ts";
import type { Translation } from "../translation.ts";

/** The line on which what happens in the market is watched. */
export const market: Translation<typeof source> = {
  title: "Observação do mercado",
  state_one: "{{shown}} sinal trabalhado na última hora.",
  state_other: "{{shown}} sinais trabalhados na última hora.",
  quiet: "Nada aconteceu na última hora.",
  line: "A linha",
  lineText: "Cada sinal passa por estas etapas uma vez. Interrompida em qualquer ponto, a linha continua dali.",
  stage: "Etapa",
  stages: { sources: "Fontes", normalise: "Normalizar", detect: "Detectar", decide: "Decidir", propose: "Propor" },
  does: {
    sources: "Lê o que há de novo no seu espaço.",
    normalise: "Transforma cada sinal em algo que se pode contar.",
    detect: "Compara uma semana com as quatro anteriores.",
    decide: "Escolhe qual agente deve saber disso.",
    propose: "Acorda o agente, que então propõe.",
  },
  waiting: "Esperando",
  lag: "O mais antigo espera",
  noLag: "nada espera",
  perHour: "Em uma hora",
  done: "No total",
  errors: "Erros",
  lastError: "Último erro: {{error}}",
  last: "Último trabalho",
  never: "ainda não",
  sources: "Fontes",
  sourceNames: { reviews: "Avaliações", questions: "Perguntas", orders: "Pedidos", "listing-changes": "Mudanças de anúncios" },
  read_one: "{{shown}} sinal",
  read_other: "{{shown}} sinais",
  noSources: "Nenhuma fonte foi lida ainda. A primeira leitura começa dentro de uma hora.",
  seen: "O que foi incomum",
  seenNone: "Nada de incomum foi visto ainda. Aparece aqui quando uma semana difere das anteriores.",
  kinds: {
    "complaints-rising": "Mais reclamações: {{recent}} em 7 dias, o normal é {{usual}}",
    "questions-rising": "Mais perguntas: {{recent}} em 7 dias, o normal é {{usual}}",
    "sales-jumped": "Mais vendas: {{recent}} unidades em 7 dias, o normal é {{usual}}",
  },
  outcomes: {
    waiting: "Espera sua vez",
    woken: "Um agente foi avisado",
    guarded: "Um agente já foi avisado nesta hora",
    unheard: "Nenhum agente ouve isto",
  },
};
