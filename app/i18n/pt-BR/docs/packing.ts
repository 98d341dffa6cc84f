import type { docsPacking as source } from "../../en/docs/packing.ts";
import type { Translation } from "../../translation.ts";

/** O que quem lê a API aprende das caixas. */
export const docsPacking: Translation<typeof source> = {
  listCartons: {
    title: "Listar caixas",
    text: "Todos os tipos em que os pedidos podem ser embalados, os em uso primeiro e os pequenos antes dos grandes.",
  },
  addCarton: {
    title: "Adicionar uma caixa",
    text: "Medidas internas, peso próprio e quanto leva. Com `costCents` em todas, as sugestões vão pelo custo.",
  },
  addUsualCartons: {
    title: "Adicionar as caixas usuais",
    text: "Tamanhos vendidos por toda parte, quando nenhuma desse nome existe. Pedido de novo, nada acrescenta.",
  },
  changeCarton: {
    title: "Alterar uma caixa",
    text: "O que fica de fora permanece. `isActive: false` a aposenta: pacotes já embalados nela ficam como estão.",
  },
  suggestCartons: {
    title: "Perguntar em quais caixas um pedido vai",
    text: "`planned` diz as caixas, o que vai em cada uma, o peso e a ocupação. `not-known` diz a mercadoria sem tamanho; nada é adivinhado.",
  },
  updateVariant: { title: "Alterar um SKU", text: "Códigos, custo, estoque, peso e tamanho embalado. O que fica de fora permanece." },
};
