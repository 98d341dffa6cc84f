import type { docsReturns as source } from "../../en/docs/returns.ts";
import type { Translation } from "../../translation.ts";

export const docsReturns: Translation<typeof source> = {
  listReturns: {
    title: "Listar devoluções",
    text: "As mais novas primeiro, por `state` (`open` é tudo o que não terminou) ou por pedido.",
  },
  createReturn: {
    title: "Registrar uma devolução",
    text: "De um pedido que saiu, por linhas (`orderLineId`), nunca mais do que saiu. Sem `orderId` é um pacote que ninguém anunciou, e cada linha traz um `variantId`.",
  },
  readReturn: {
    title: "Ler uma devolução",
    text: "O que é esperado, o que chegou e o que as zonas lançaram. `undecided` de uma entrada espera inspeção; `refusal` diz por que uma zona não lançou um passo.",
  },
  takeInReturn: {
    title: "Dar entrada em uma devolução",
    text: "A mercadoria vai para uma posição, bloqueada. Lotes e números de série onde o SKU os tem; um número que não saiu com o pedido é recusado.",
  },
  inspectReturn: {
    title: "Decidir sobre mercadoria devolvida",
    text: "`restock` volta à venda a partir de `toBin`, `quarantine` mantém bloqueada, `damaged` separa como danificada, `scrap` tira dos livros.",
  },
  closeReturn: {
    title: "Encerrar uma devolução",
    text: "Quando tudo o que chegou foi inspecionado. O que falta então não é mais esperado.",
  },
  callOffReturn: { title: "Cancelar uma devolução", text: "Enquanto nada dela chegou." },
  readReturnable: {
    title: "Ler o que de um pedido pode voltar",
    text: "Linha por linha: o que saiu, o que outras devoluções têm e o que resta em `left`.",
  },
};
