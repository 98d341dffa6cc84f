import type { adviceRules as source } from "../../en/advice/rules.ts";
import type { Translation } from "../../translation.ts";

export const adviceRules: Translation<typeof source> = {
  "claims-headroom-small": {
    title: "Folga para {{orders}} com reclamação antes de perder o {{band}}",
    rule: "Dispara quando cabem no máximo 3 pedidos com reclamação antes do limite da sua cor e metade dessa folga já foi usada, ou quando ele seria ultrapassado em uma semana sem vendas novas.",
    advice: "Veja do que tratam as últimas reclamações e resolva as abertas antes que contem. Pause o que as causa até corrigir.",
  },
  "cancellations-headroom-small": {
    title: "Folga para {{orders}} com cancelamento antes de perder o {{band}}",
    rule: "Dispara quando cabem no máximo 3 cancelamentos seus antes do limite da sua cor e metade dessa folga já foi usada, ou quando ele seria ultrapassado em uma semana sem vendas novas.",
    advice: "Não cancele nada que ainda dê para enviar e baixe o estoque do que você não tem certeza de ter.",
  },
  "delays-headroom-small": {
    title: "Folga para {{orders}} com atraso antes de perder o {{band}}",
    rule: "Dispara quando cabem no máximo 3 envios atrasados antes do limite da sua cor e metade dessa folga já foi usada, ou quando ele seria ultrapassado em uma semana sem vendas novas.",
    advice: "Envie primeiro o que vence hoje e antecipe a embalagem até haver folga de novo.",
  },
  "claims-band-lost": {
    title: "Reclamações em {{rate}}; o verde acaba em {{limit}}",
    rule: "Dispara quando a parcela de vendas com reclamação passa do limite do verde no marketplace.",
    advice: "Ache o anúncio que mais gera reclamações, corrija texto, fotos ou embalagem e responda hoje às que estão abertas.",
  },
  "cancellations-band-lost": {
    title: "Cancelamentos em {{rate}}; o verde acaba em {{limit}}",
    rule: "Dispara quando a parcela de vendas canceladas por você passa do limite do verde no marketplace.",
    advice: "A maioria dos cancelamentos começa com um estoque que não existe: confira o que foi cancelado e guarde uma reserva.",
  },
  "delays-band-lost": {
    title: "Atrasos em {{rate}}; o verde acaba em {{limit}}",
    rule: "Dispara quando a parcela de envios atrasados passa do limite do verde no marketplace.",
    advice: "Adiante a entrega diária à transportadora ou informe um prazo de preparo maior onde o marketplace permitir.",
  },
  "metric-off-target": {
    title: "{{metric}} está em {{rate}}; o marketplace pede {{target}}",
    rule: "Dispara quando uma métrica não cumpre a meta que veio na própria resposta do marketplace.",
    advice: "Comece por esta: é a mais longe da meta. Abra os pedidos que ela conta e veja o que têm em comum.",
  },
  "protection-ends": {
    title: "Em {{days}} a proteção acaba e passa a valer {{realLevel}}",
    rule: "Dispara nos últimos 21 dias de uma proteção quando o nível sem ela é diferente do que você vê.",
    advice: "Aproveite os dias que restam: o que você vender bem agora é o que vai contar depois.",
  },
  "level-dropped": {
    title: "Seu nível caiu de {{bestLevel}} para {{level}}",
    rule: "Dispara quando o nível dado pelo marketplace é menor que o seu melhor dos últimos 30 dias.",
    advice: "Olhe a folga de cada métrica na página da pontuação: a que está no vermelho é a que derrubou o nível.",
  },
  "power-seller-close": {
    title: "Só {{metric}} separa você dos limites dos líderes",
    rule: "Dispara quando um vendedor sem medalha está no limite dos líderes em todas as métricas menos uma, e essa é verde.",
    advice: "Leve essa taxa de {{rate}} para {{leaderLimit}}. A medalha também pede vendas e tempo, que o marketplace conta sozinho.",
  },
  "few-pictures": {
    title: "Só {{pictures}} de {{enough}} fotos",
    rule: "Dispara quando um anúncio ativo tem menos de 3 fotos.",
    advice: "Acrescente uma foto do produto em uso, uma do tamanho e uma do que vem na caixa.",
  },
  "short-title": {
    title: "O título é curto demais para ser encontrado",
    rule: "Dispara quando o título de um anúncio ativo tem menos de 3 palavras (Mercado Livre) ou 25 caracteres (Shopee), ou quando o marketplace avisa.",
    advice: "Diga produto, marca, modelo e o que as pessoas procuram. Depois da primeira venda o Mercado Livre trava o título.",
  },
  "missing-gtin": {
    title: "Falta o código do produto (GTIN)",
    rule: "Dispara quando o marketplace pede o código, ou quando ele está vazio e o anúncio ainda não foi avaliado.",
    advice: "Copie da embalagem ou peça ao fabricante. Ele coloca o anúncio onde os compradores comparam.",
  },
  "missing-attributes": {
    title: "O marketplace sente falta de características",
    rule: "Dispara quando a lista de pendências do próprio marketplace cita características ou marca.",
    advice: "Preencha o que ele cita: “{{vendorText}}”. É por aí que os compradores filtram.",
  },
  "harmful-warning": {
    title: "Um alerta rebaixa este anúncio até ser corrigido",
    rule: "Dispara quando o marketplace marca uma pendência como algo que tira pontos enquanto existir.",
    advice: "Corrija isto primeiro: “{{vendorText}}”.",
  },
  "no-description": {
    title: "Quase não há descrição",
    rule: "Dispara quando um anúncio ativo tem menos de 100 caracteres de descrição.",
    advice: "Diga o que é, o que vem na caixa e o que mais perguntam. Isso poupa perguntas e reclamações.",
  },
  "low-score-high-sales": {
    title: "Vende bem com qualidade de apenas {{qualityScore}}",
    rule: "Dispara quando um anúncio com 10 vendas ou mais em 30 dias tem qualidade abaixo de 70.",
    advice: "Resolva as pendências deste antes dos outros: aqui elas chegam a mais compradores.",
  },
  "missing-free-shipping": {
    title: "O marketplace pede frete grátis aqui",
    rule: "Dispara quando o frete grátis está desligado e o marketplace o cita como pendência.",
    advice: "Confira na margem se o preço comporta o envio e então ofereça.",
  },
  "out-of-stock-with-sales": {
    title: "Sem estoque, e vendeu {{units30d}} em 30 dias",
    rule: "Dispara quando um anúncio que vendeu nos últimos 30 dias está sem estoque, aqui e no marketplace.",
    advice: "Compre de novo ou diga quando chega. Vendas perdidas por semana: cerca de {{perWeek}}.",
  },
  "stock-runs-out": {
    title: "Neste ritmo acaba em {{days}}",
    rule: "Dispara quando o estoque dura 7 dias ou menos no ritmo da última semana ou do último mês, o que for mais rápido.",
    advice: "Compre agora. Restante: {{stock}}.",
  },
  "rising-stock-short": {
    title: "{{rise}} mais gente olha: acaba em {{days}} se também comprarem",
    rule: "Dispara quando um padrão destes dias diz que mais clientes da sua loja olham o produto do que antes e o estoque duraria 21 dias ou menos se as vendas subissem igual. O que acaba no ritmo de hoje é assunto de outra regra.",
    advice: "Compre antes que as vendas subam. Restante: {{stock}}, no ritmo de hoje para {{daysNow}}.",
  },
  "shipping-holds-back": {
    title: "O frete fez clientes desistirem em visitas com este produto: {{visits}}",
    rule: "Dispara quando um padrão destes dias diz que mais clientes saem por causa do frete do que antes, pelo menos 3 dessas visitas tinham este produto e o anúncio não tem frete grátis.",
    advice:
      "Experimente frete grátis aqui e ponha o custo no preço, hoje {{price}}; ou mostre o frete na página do produto, antes do carrinho.",
  },
  "shopper-pattern": {
    title: "Visitantes: {{pattern}}, em {{visits}} visitas",
    rule: "Alguém fez deste padrão algo a fazer. Fica enquanto o padrão aparecer no último período contado do seu tipo, e se resolve quando não aparecer mais.",
    advice: "Leia o padrão e as visitas por trás dele e mude o que elas apontam. {{beyond}} destas visitas estão além do esperado.",
  },
  "paused-by-stock": {
    title: "Parado por falta de estoque, e você tem {{ownStock}}",
    rule: "Dispara quando um anúncio está sem estoque no marketplace e o SKU dele tem estoque no seu armazém.",
    advice: "Envie o estoque; o anúncio volta sozinho.",
  },
  "oversell-risk": {
    title: "Há mais oferecido ou prometido do que existe",
    rule: "Dispara quando há mais reservado do que estoque, ou mais oferecido do que há no seu armazém.",
    advice: "Ajuste o estoque ao que está na prateleira: {{ownStock}}. Pedido que não sai vira cancelamento.",
  },
  "dead-stock": {
    title: "Nada vendido em {{days}}, {{stock}} na prateleira",
    rule: "Dispara quando um anúncio ativo com mais de 90 dias e com estoque não vendeu nada nesse tempo.",
    advice: "Baixe o preço, monte um kit ou dê o lugar a outra coisa. Parado: {{tiedUp}}.",
  },
  "below-cost": {
    title: "Cada venda dá prejuízo: {{contribution}}",
    rule: "Dispara quando preço menos custo, tarifas e frete fica abaixo de zero pela tabela de hoje.",
    advice: "O menor preço sem prejuízo é {{floor}}.",
  },
  "dead-zone": {
    title: "A {{price}} você ganha menos que a {{better}}",
    rule: "Dispara quando um degrau de tarifa ou frete logo abaixo faz um preço menor render mais por unidade.",
    advice: "Use {{better}}: {{betterContribution}} por unidade em vez de {{contribution}}.",
  },
  "losing-catalog-price": {
    title: "{{priceToWin}} ganha o catálogo e ainda rende",
    rule: "Dispara quando você perde o catálogo pelo preço, o preço para ganhar é conhecido e ele deixa sobra pelas tarifas de hoje.",
    advice: "Mude para {{priceToWin}}: sobram {{contribution}} por unidade.",
  },
  "above-reference": {
    title: "{{gap}} acima do que o marketplace sugere",
    rule: "Dispara quando o marketplace classifica o preço como alto ou o mais alto e sugere um menor.",
    advice: "Ofertas comparáveis estão a {{suggested}}. Baixe o preço ou mostre por que a sua vale mais.",
  },
  "room-to-raise": {
    title: "Você ganha com espaço até {{higher}}",
    rule: "Dispara quando você ganha e o próximo preço conhecido é pelo menos 2% maior, fora de uma zona morta.",
    advice: "Vá até a metade do caminho: {{higher}}. A liderança continua sua.",
  },
  "automation-blocks": {
    title: "O marketplace move este preço, e ele está errado",
    rule: "Dispara quando a automação de preços do marketplace está ligada enquanto o preço dá prejuízo ou perde o catálogo.",
    advice: "Mude os limites da automação no marketplace ou encerre-a por lá: ela recusa preços vindos daqui.",
  },
  "fee-differs": {
    title: "Tarifas diferem {{drift}} da tabela",
    rule: "Dispara quando as tarifas de pelo menos 5 pedidos em 30 dias diferem um quinto ou mais da tabela vigente.",
    advice: "Cobrado {{charged}}, esperado {{predicted}}. Confira categoria e tipo de anúncio desses pedidos; as margens dependem disso.",
  },
  "questions-waiting": {
    title: "Perguntas esperando há mais de um dia: {{waiting}}",
    rule: "Dispara quando uma pergunta está aberta há mais de 24 horas.",
    advice: "Responda primeiro à mais antiga: espera há {{oldest}}. Quem não recebe resposta compra em outro lugar.",
  },
  "slow-answers": {
    title: "As respostas levam {{answerTime}}",
    rule: "Dispara quando as respostas levam mais de 12 horas, pela medida do marketplace ou pela nossa de 14 dias.",
    advice: "Mire em uma hora no horário de trabalho. Tenha respostas prontas para o que mais perguntam.",
  },
  "late-today": {
    title: "Fora da hora de envio: {{late}}",
    rule: "Dispara quando um pedido pronto passou do prazo de envio.",
    advice: "Envie estes primeiro. Cada um conta contra a sua reputação no momento em que é lido.",
  },
  "ship-by-soon": {
    title: "Para sair em até {{within}}: {{dueSoon}}",
    rule: "Dispara quando um pedido pronto precisa ser enviado nas próximas 4 horas.",
    advice: "Embale estes agora.",
  },
  "bad-reviews": {
    title: "{{badReviews}} avaliações ruins em 30 dias",
    rule: "Dispara quando um anúncio recebe 3 ou mais avaliações de uma ou duas estrelas em 30 dias.",
    advice: "Leia todas juntas. Se contam a mesma coisa, é o produto ou o texto, não o comprador.",
  },
  "complaint-words": {
    title: "“{{word}}” está em {{reviews}} avaliações ruins",
    rule: "Dispara quando a mesma palavra reveladora aparece em pelo menos 3 avaliações ruins de 90 dias.",
    advice: "Verifique isso no produto e diga no texto ou na foto o que o comprador deve esperar.",
  },
  "unlinked-with-sales": {
    title: "Vende, e não está vinculado a nenhum SKU seu",
    rule: "Dispara quando um anúncio com vendas em 30 dias não está vinculado ao seu catálogo.",
    advice: "Vincule-o: até lá o estoque não fica em dia e a margem é desconhecida.",
  },
  "price-mismatch": {
    title: "Um SKU, preços de {{low}} a {{high}}",
    rule: "Dispara quando anúncios ativos do mesmo SKU em um marketplace têm preços diferentes.",
    advice: "Os compradores comparam seus anúncios entre si. Escolha um preço ou encerre um deles.",
  },
  "one-channel-only": {
    title: "Vendeu {{units30d}} em 30 dias em um só canal",
    rule: "Dispara quando um SKU com 10 vendas ou mais em 30 dias é oferecido em só uma das contas conectadas.",
    advice: "Ofereça também nas outras.",
  },
};
