import type { reviewRules as source } from "../../en/agents/review-rules.ts";
import type { Translation } from "../../translation.ts";

/** What each rule of this agent is called, says of what it saw, and expects of what it proposes. */
export const reviewRules: Translation<typeof source> = {
  "review-gaps_complaint": {
    title: "Muitos reclamam da mesma coisa",
    says: "{{reviews}} de {{reviewsOf}} avaliações de {{product}} são sobre: {{topic}}. “{{quote}}”",
  },
  "review-gaps_asked-often": {
    title: "Compradores perguntam o que o anúncio não diz",
    says: "{{questions}} perguntas sobre {{product}} são sobre: {{topic}}. “{{quote}}”",
  },
  "review-gaps_amend-listing": {
    title: "Dizer no anúncio",
    says: "{{reviews}} de {{reviewsOf}} avaliações e {{questions}} perguntas de {{product}} são sobre: {{topic}}. “{{quote}}” O que se sabe do produto responde, e a descrição ainda não diz.",
    effect: "O comprador lê antes de comprar: {{sentence}}",
  },
  "review-gaps_supplier-issue": {
    title: "Resolver com o fornecedor",
    says: "{{reviews}} de {{reviewsOf}} avaliações de {{product}} são sobre: {{topic}}. “{{quote}}” Nenhum texto de anúncio conserta isso.",
    effect: "Anota-se uma pendência com o fornecedor de {{product}}, com o que {{reviews}} compradores escreveram.",
  },
  "review-gaps_sudden-rise": {
    title: "De repente muito mais gente reclama",
    says: "{{product}}: {{topic}}. {{recent}} de {{recentOf}} avaliações em 30 dias, antes {{earlier}} de {{earlierOf}}. “{{quote}}”",
    effect: "As pessoas são avisadas de {{recent}} reclamações em 30 dias.",
  },
  "review-gaps_danger": {
    title: "Alguém pode se machucar",
    says: "{{product}}: {{topic}}. “{{quote}}”",
    effect: "As pessoas são avisadas de {{recent}} reclamações em 30 dias.",
  },
  "review-gaps_fell": {
    title: "Ajudou",
    says: "{{product}}: {{topic}}. {{found}} de {{of}} avaliações desde o conserto, antes {{foundBefore}} de {{ofBefore}}.",
  },
  "review-gaps_stayed": {
    title: "Ainda não ajudou",
    says: "{{product}}: {{topic}}. {{found}} de {{of}} avaliações desde o conserto, antes {{foundBefore}} de {{ofBefore}}.",
  },
  "review-gaps_heard": {
    title: "Reclamações em alta foram olhadas",
    says: "Chegou aviso de {{complaints}} novas reclamações sobre {{listings}} anúncios. {{gaps}} reclamações conhecidas são sobre eles.",
  },
  "review-gaps_nothing": {
    title: "Ninguém reclama o bastante",
    says: "Nenhuma reclamação vem de compradores suficientes, e com clareza suficiente, para que se faça algo.",
  },
  "review-gaps_unseen": {
    title: "Nem todas as reclamações foram olhadas",
    says: "Desta vez foram olhadas as {{gaps}} reclamações mais pesadas.",
  },
};
