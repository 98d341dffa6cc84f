import type { docsAnalysis as source } from "../../en/docs/analysis.ts";
import type { Translation } from "../../translation.ts";
export const docsAnalysis: Translation<typeof source> = {
  listAnalyses: {
    title: "Listar análises de um anúncio",
    text: "A mais recente primeiro, cada uma com sua nota e quem respondeu: um modelo, ou regras com o motivo.",
  },
  analyseListing: {
    title: "Analisar um anúncio",
    text: "Regras o avaliam com o que se sabe; um modelo acrescenta, onde houver um configurado, desde que suas citações existam nos dados. Nada muda no marketplace.",
  },
  readAnalysis: {
    title: "Ler uma análise",
    text: "Cada ponto com aquilo em que se apoia e a mudança (`change`) que oferece, outros títulos e uma descrição, textos suspeitos de fora, e o que mudou (`since`) desde a análise anterior.",
  },
  listTextChanges: {
    title: "Listar textos alterados",
    text: "Para o que título e descrição de um anúncio foram alterados por aqui, recusas também, o mais recente primeiro.",
  },
  changeListingText: {
    title: "Alterar título ou descrição",
    text: "O marketplace recebe na hora; a resposta é `applied` com o texto que os compradores veem, ou `refused` com o motivo (`reason`). Com `before`, um texto que alguém mudou nesse meio-tempo não é sobrescrito.",
  },
  undoListingText: { title: "Desfazer textos alterados", text: "O marketplace recebe o texto de antes, onde o novo ainda está." },
  readTextEffect: {
    title: "Ler o que os novos textos mudaram",
    text: "Pedidos de tantos dias, e dos mesmos dias da semana, antes e depois. As visitas são conhecidas 30 dias depois da mudança.",
  },
};
