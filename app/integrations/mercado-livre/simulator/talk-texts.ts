import type { GoodsCategory } from "../../simulated-goods.ts";

type Exchange = readonly [question: string, answer: string];

/** What Brazilian shoppers ask of anything. */
export const generalQuestions: readonly Exchange[] = [
  [
    "Boa tarde! Tem pronta entrega?",
    "Olá! Sim, temos a pronta entrega e enviamos no mesmo dia útil para pedidos até 12h. Qualquer dúvida estamos à disposição!",
  ],
  ["Vocês emitem nota fiscal?", "Olá! Sim, todas as nossas vendas acompanham nota fiscal eletrônica."],
  ["Qual o prazo pra chegar em Recife?", "Olá! O prazo aparece na página ao informar o CEP, normalmente de 5 a 7 dias úteis para Recife."],
  ["É original? Tem garantia?", "Olá! Produto original, lacrado na caixa e com 12 meses de garantia."],
  ["Faz desconto levando 3 unidades?", "Olá! Para 3 unidades o sistema já aplica o melhor preço. Aproveite o frete em um único envio!"],
  ["Posso retirar pessoalmente em São Paulo?", "Olá! No momento não temos retirada, enviamos somente pelo Mercado Envios."],
  [
    "Bom dia, quais as medidas exatas do produto?",
    "Bom dia! As medidas completas estão na ficha técnica, logo abaixo das fotos. Obrigado pelo contato!",
  ],
  ["Aceita devolução se eu não gostar?", "Olá! Claro, você tem 30 dias para devolver grátis pela própria plataforma."],
  ["vcs tem outra cor?", "Olá! Temos outras cores em anúncios separados, dá uma olhada na nossa loja."],
  [
    "Consegue entregar até sexta? é presente",
    "Olá! Comprando hoje até 12h sai hoje mesmo; confira a data prevista com o seu CEP antes de fechar.",
  ],
  ["Vem com manual em português?", "Olá! Sim, acompanha manual em português."],
  ["O valor é da unidade ou do kit?", "Olá! O valor é exatamente do que aparece no título do anúncio."],
];

export const questionsByCategory: Record<GoodsCategory, readonly Exchange[]> = {
  cozinha: [
    ["Pode ir na lava-louças?", "Olá! Recomendamos lavar à mão para conservar o acabamento."],
    ["Serve para fogão de indução?", "Olá! Esse modelo não é indicado para indução, somente gás e elétrico."],
    ["Mantém a água quente por quantas horas?", "Olá! Em média de 6 a 8 horas, com a tampa bem fechada."],
    ["O material é livre de BPA?", "Olá! Sim, todos os materiais em contato com alimento são livres de BPA."],
  ],
  organizacao: [
    ["Os potes podem ir no micro-ondas?", "Olá! Podem sim, sem a tampa e por até 3 minutos."],
    ["Precisa furar a parede para instalar?", "Olá! Precisa sim, os parafusos e as buchas acompanham o produto."],
    ["A tampa veda bem? preciso levar sopa", "Olá! A vedação é por silicone com travas nos quatro lados."],
  ],
  "cama-mesa-banho": [
    ["Qual a gramatura da toalha?", "Olá! São 450 g/m², bem macia e absorvente."],
    ["O lençol tem elástico? serve em colchão de 30 cm?", "Olá! Tem elástico em toda a volta e serve em colchões de até 35 cm de altura."],
  ],
  ferramentas: [
    ["Vem com maleta e carregador?", "Olá! Acompanha maleta, carregador bivolt e uma bateria."],
    ["É bivolt?", "Olá! Verifique a voltagem escolhida no anúncio, temos 127 V e 220 V."],
    ["Fura parede de concreto?", "Olá! Esse modelo é para madeira e metal, para concreto indicamos uma furadeira de impacto."],
  ],
  iluminacao: [
    ["A luz é branca ou amarela?", "Olá! São três temperaturas de cor, do branco frio ao amarelo."],
    ["Dá para cortar a fita?", "Olá! Sim, a cada 3 LEDs no local marcado."],
  ],
  jardim: [
    ["A mangueira torce muito?", "Olá! Ela tem reforço trançado, resiste bem às dobras."],
    ["Precisa furar o vaso?", "Olá! Não, o sistema autoirrigável já vem pronto, é só pôr água."],
  ],
  pet: [
    ["Serve para labrador adulto?", "Olá! Para porte grande indicamos o tamanho G."],
    ["Meu gato tem 7 kg, aguenta?", "Olá! Aguenta sim, a base suporta até 12 kg."],
  ],
  escritorio: [
    ["Aguenta até quantos kg?", "Olá! Suporta até 120 kg com segurança."],
    ["Serve em notebook de 17 polegadas?", "Olá! Serve de 10 a 17 polegadas sem problema."],
  ],
};

type Opinion = readonly [rate: number, title: string, content: string];

export const goodOpinions: readonly Opinion[] = [
  [5, "Excelente", "Produto muito bom, igual à foto e chegou antes do prazo. Recomendo!"],
  [5, "Amei", "Superou minhas expectativas, acabamento lindo e bem embalado."],
  [5, "Muito bom", "Ótimo custo-benefício, já é a segunda vez que compro nessa loja."],
  [5, "Perfeito", "Chegou em dois dias, bem embalado, sem nenhum arranhão."],
  [4, "Bom produto", "Cumpre o que promete. Só a caixa veio um pouco amassada."],
  [4, "Gostei", "Boa qualidade, um pouco menor do que eu imaginava, mas atende bem."],
  [5, "Recomendo", "Vendedor atencioso, respondeu rápido e mandou a nota fiscal certinho."],
  [4, "Vale a pena", "Pelo preço vale muito a pena. Material parece resistente."],
  [5, "Nota 10", "Uso todos os dias e continua como novo."],
  [5, "", "Muito bom mesmo"],
  [3, "Mais ou menos", "É ok, mas a cor é um pouco diferente da foto."],
  [3, "Razoável", "Funciona, porém esperava um material mais grosso."],
];

export const badOpinions: readonly Opinion[] = [
  [2, "Demorou", "Atrasou quatro dias e a caixa chegou aberta. O produto em si é bom."],
  [1, "Veio errado", "Comprei de uma cor e veio outra, estou esperando a troca."],
  [2, "Frágil", "Com duas semanas de uso já quebrou um pedaço."],
  [1, "Não gostei", "Parece usado, veio com marcas e sem manual."],
];

/** All about one thing that is wrong with one product, in the words of different people. */
export const lidComplaints: readonly Opinion[] = [
  [1, "Tampa vaza", "A tampa vaza muito, molhou toda a minha mochila no primeiro dia."],
  [2, "Vaza pela tampa", "A garrafa é bonita e segura a temperatura, mas a tampa vaza se deitar."],
  [1, "Decepção", "Comprei para levar café ao trabalho e a tampa não veda, vaza tudo. Péssimo."],
  [2, "Tampa com defeito", "A borracha da tampa veio torta e vaza. Pedi a troca e a nova também vaza."],
  [1, "Não comprem", "Vaza! Já é a segunda que compro, a tampa nunca fecha direito."],
  [3, "Boa, mas vaza", "Mantém quente o dia todo, pena que pinga pela tampa quando vira."],
  [2, "Vazamento", "Tampa frouxa, água escorrendo pela rosca. Perdi um caderno da faculdade."],
  [1, "Tampa ruim", "Depois da primeira lavagem a tampa começou a vazar, não dá para confiar."],
];

export const lidQuestions: readonly string[] = [
  "Comprei essa garrafa e a tampa vaza, como faço para trocar?",
  "A tampa veda mesmo? vi comentários dizendo que vaza",
  "Vocês vendem só a borracha da tampa? a minha está vazando",
];
