import type { docsWarehouse as source } from "../../en/docs/warehouse.ts";
import type { Translation } from "../../translation.ts";

export const docsWarehouse: Translation<typeof source> = {
  listWarehouses: { title: "Listar armazéns", text: "Com as zonas e o que há em cada uma, como ela informou por último." },
  createWarehouse: { title: "Abrir um armazém", text: "O código vai nas etiquetas e só pode ser usado uma vez." },
  createZone: { title: "Montar uma zona", text: "Uma parte do armazém que trabalha sozinha. As posições vêm com o comando `put-bins`." },
  readZone: {
    title: "Ler uma zona",
    text: "Posições com o estoque e tarefas que não terminaram, como a própria zona sabe agora. `cursor` é o lugar nos eventos dela.",
  },
  commandZone: {
    title: "Pedir algo a uma zona",
    text: "Receber, mover, reservar, separar, contar e tudo o mais. O `id` é seu: enviado de novo com o mesmo pedido, é feito uma vez e respondido igual. Um conflito ou uma recusa também é resposta, com o que vale ali agora.",
  },
  introduceItem: {
    title: "Apresentar uma mercadoria à zona",
    text: "O que ela nunca teve é procurado no catálogo por `code`, um GTIN ou SKU. Depois pode ser recebido ali.",
  },
  receiveDelivery: {
    title: "Receber mercadoria na doca",
    text: "Lançada onde está, com uma tarefa que a leva ao lugar: `putAway`, nulo onde não é preciso ou nenhum lugar comporta tudo. `commandId` é seu: enviado de novo, é lançado uma vez.",
  },
  readPlate: { title: "Achar um palete", text: "Onde está, o que há nele e quais paletes contém." },
  listApprovals: {
    title: "Listar correções que esperam",
    text: "As acima do que quem separa pode corrigir, com o que os livros dizem da mesma mercadoria agora. Os comandos `approve` e `cancel-task` as decidem.",
  },
  listParcels: {
    title: "Listar caixas a embalar ou entregar",
    text: "Pedidos separados com tudo o que vai em cada caixa, os que saem antes primeiro; no máximo 80.",
  },
  checkZone: { title: "Conferir os livros de uma zona", text: "Se fecham desde o primeiro movimento. `drift` fica vazio quando fecham." },
  listDemand: {
    title: "Listar pedidos a liberar",
    text: "Os que a casa ainda não começou, com a promessa mais antiga primeiro. `hindrance` diz por que um não pode ser liberado, `free` quanto de uma linha está lá sem promessa a ninguém.",
  },
  listFulfilments: {
    title: "Listar pedidos na casa",
    text: "Os liberados, por `state` (`open` é tudo o que não saiu nem foi devolvido) ou por onda. `problem` diz o que impede um de seguir.",
  },
  releaseOrders: {
    title: "Liberar pedidos para separação",
    text: "Até 200 em uma onda. As zonas separam mercadorias exatas logo depois, a promessa mais antiga primeiro. O que não pode ser liberado fica em `skipped` e não segura os outros.",
  },
  readFulfilment: { title: "Ler um pedido na casa", text: "Linha por linha, com as zonas onde há mercadoria reservada." },
  packOrder: { title: "Embalar um pedido", text: "Quando tudo foi separado. Medidas e peso do pacote, quando conhecidos." },
  shipOrder: {
    title: "Entregar um pacote à transportadora",
    text: "As mercadorias saem dos livros, e o marketplace é avisado com o `trackingCode`.",
  },
  giveBackOrder: {
    title: "Devolver um pedido do piso",
    text: "O que estava reservado fica livre; o pedido espera com o lugar que tinha.",
  },
  tellShipmentAgain: {
    title: "Avisar de novo que um pacote saiu",
    text: "Depois que o marketplace recusou o aviso e o motivo foi resolvido; `tellError` diz por quê. Com outro `trackingCode`, se houver.",
  },
  retryRelease: {
    title: "Tentar de novo um pedido parado",
    text: "Depois de resolver o que o impedia: as zonas são consultadas de novo.",
  },
  listStock: {
    title: "Listar o estoque",
    text: "De cada SKU em todas as zonas, em uma zona ou em um armazém. `available` está lá sem reserva; pedidos ainda não liberados podem tirar dele.",
  },
  listTablets: { title: "Listar tablets", text: "Com quem está com cada um neste momento; nunca as chaves." },
  createTablet: {
    title: "Preparar um tablet",
    text: "O código liga um navegador a este armazém. Ele é informado uma vez e vale por dez minutos.",
  },
  revokeTablet: { title: "Revogar um tablet", text: "A chave dele não abre mais nada a partir do próximo pedido." },
};
