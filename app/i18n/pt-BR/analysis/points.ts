import type { points as source } from "../../en/analysis/points.ts";
import type { Translation } from "../../translation.ts";
export const points: Translation<typeof source> = {
  "title-short-words": {
    says: "O título tem {{length}} palavras; o mínimo é {{least}}.",
    help: "Diga o que é, a marca e o que o diferencia.",
  },
  "title-short-characters": {
    says: "O título tem {{length}} caracteres; o mínimo é {{least}}.",
    help: "Diga o que é, a marca e o que o diferencia.",
  },
  "title-long": { says: "O título tem {{length}} caracteres; o máximo é {{most}}.", help: "Tire o que ninguém busca." },
  "title-offer-words": {
    says: "O título fala da oferta, não do produto: {{words}}.",
    help: "Preço, frete e promoção têm campos próprios. Essas palavras ocupam o lugar dos termos de busca.",
  },
  "title-shouts": { says: "O título está todo em maiúsculas.", help: "Maiúsculas são mais difíceis de ler e parecem spam." },
  "title-signs": { says: "O título tem sinais que ninguém busca: {{sign}}", help: "Tire-os." },
  "title-repeats": { says: "O título diz “{{word}}” mais de uma vez.", help: "Use o espaço para outro termo de busca." },
  "title-no-brand": { says: "O título não diz a marca, {{brand}}.", help: "Compradores buscam a marca pelo nome." },
  "title-unsaid": { says: "O título não diz {{name}}: {{value}}.", help: "É por isso que os compradores filtram." },
  "title-locked": {
    says: "O marketplace trava o título: já foram vendidas {{sold}} unidades.",
    help: "As propostas abaixo servem para um anúncio novo do mesmo produto. Descrição e ficha técnica ainda podem mudar.",
  },
  "attribute-hint": { says: "O marketplace pede mais detalhes: {{text}}", help: "Preencha no marketplace." },
  "attributes-few": {
    says: "{{count}} características preenchidas; o mínimo é {{least}}.",
    help: "Cada característica é um filtro em que o anúncio aparece.",
  },
  "gtin-missing": { says: "Falta o código universal do produto.", help: "Preencha o número do código de barras." },
  "attributes-known": {
    says: "Seu catálogo conhece {{count}} características que o anúncio não mostra: {{names}}.",
    help: "Copie-as para o anúncio.",
  },
  "voltage-differs": {
    says: "O título diz {{title}}, a ficha técnica diz {{attribute}}.",
    help: "Um dos dois está errado. Quem recebe a voltagem errada abre reclamação.",
  },
  "photos-few": {
    says: "Fotos: {{count}}. O mínimo é {{least}}.",
    help: "Mostre o produto inteiro, de perto, em uso e com o que vem na caixa.",
  },
  "description-missing": { says: "Não há descrição.", help: "Dá para fazer uma primeira com o que já se sabe." },
  "description-short": {
    says: "A descrição tem {{length}} caracteres; o mínimo é {{least}}.",
    help: "Diga de que é feito, o que vem na caixa e para o que não serve.",
  },
  "description-contact": { says: "A descrição leva para fora do marketplace: {{text}}", help: "Marketplaces removem anúncios por isso." },
  "description-lacks-details": {
    says: "{{count}} características não estão na descrição, como {{names}}.",
    help: "Quem lê a descrição não deveria ter que procurar.",
  },
  "description-asked": {
    says: "Compradores perguntaram {{count}} coisas que a descrição não responde.",
    help: "Leve suas respostas para a descrição.",
  },
  "price-below-cost": { says: "Cada unidade perde {{lossCents}}.", help: "Suba o preço, ou reduza custo ou frete." },
  "price-dead-zone": {
    says: "A {{betterCents}} cada unidade deixa {{moreCents}} a mais.",
    help: "O preço está logo acima de um degrau de tarifa ou frete.",
  },
  "price-above-reference": {
    says: "O marketplace acha o preço alto e sugere {{suggestedCents}}.",
    help: "Um preço menor aparece mais. Veja antes o que ele deixa.",
  },
  "price-loses": {
    says: "Outro vendedor ganha a página do produto. Com {{toWinCents}} ela seria sua.",
    help: "Só acompanhe se sobrar o bastante.",
  },
  "reviews-complain": {
    says: "{{reviews}} avaliações ruins dizem “{{word}}”.",
    help: "Resolva com o fornecedor, ou diga no anúncio o que esperar.",
  },
  "rating-low": { says: "{{stars}} estrelas em {{reviews}} avaliações.", help: "Veja o que as avaliações ruins têm em comum." },
  "hack-free-shipping": { says: "Com frete grátis o anúncio apareceria mais.", help: "Veja o que o preço deixa com ele." },
  "hack-two-units": { says: "Só {{stock}} em estoque.", help: "Com duas ou mais o anúncio aparece mais." },
  "hack-buyers-word": {
    says: "{{questions}} compradores perguntam por “{{word}}”, e nem o título nem a descrição têm a palavra.",
    help: "Use a palavra dos compradores, se couber.",
  },
  "hack-seen-not-bought": {
    says: "{{visits}} visitas em 30 dias e nenhuma venda.",
    help: "É visto e não é escolhido: primeira foto, preço ou o que dizem as avaliações.",
  },
};
