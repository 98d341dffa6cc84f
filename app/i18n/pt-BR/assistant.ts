import type { assistant as source } from "../en/assistant.ts";
import type { Translation } from "../translation.ts";

/** O que assistentes de outros recebem para dizer, e o que as pessoas leem antes de dizer sim a algo. */
export const assistant: Translation<typeof source> = {
  arguments: {
    area: "O que olhar: sales, listings, warehouse, shoppers ou ai. Sem isso, tudo.",
    metric: "O número a explicar, como gmv ou conversion-rate.",
    period: "Quando, em palavras.",
    product: "O produto, pelo título ou SKU.",
    days: "Quantos dias o estoque deve durar.",
  },
  prompts: {
    weekly_review: {
      title: "Balanço da semana",
      description: "O que mudou nesta semana em relação à anterior, por quê, e o que fazer.",
      text: "Faça o balanço dos últimos 7 dias desta loja em relação aos 7 dias anteriores. Olhe: {{area}}. Use query_metrics para os números e explain_change para os três que mais mudaram. Termine com no máximo três coisas a fazer, cada uma com o número que ela deve mover. Todo número vem de uma ferramenta.",
    },
    explain_number: {
      title: "Por que este número mudou?",
      description: "Encontra o que causou uma mudança, por canal, produto e o que mais disser algo.",
      text: "Por que {{metric}} mudou neste período: {{period}}? Pergunte a explain_change, diga as maiores causas com quanto cada uma contribuiu, e quanto fica sem explicação. Não adivinhe causas que os dados não mostram.",
    },
    product_story: {
      title: "A história de um produto",
      description: "Visitas, carrinhos, pedidos, estoque, avaliações e preços de um produto, em uma página.",
      text: "Conte a história deste produto nos últimos 30 dias: {{product}}. Encontre-o com find_entity, depois leia o produto, seus anúncios, como os clientes o viram e compraram, o que dizem as avaliações e quanto dura o estoque. Uma página, números primeiro.",
    },
    clear_questions: {
      title: "Responder às perguntas em aberto",
      description: "Rascunha uma resposta para cada pergunta em aberto; uma pessoa aprova cada uma.",
      text: "Liste as perguntas em aberto dos compradores, as mais antigas primeiro. Rascunhe uma resposta curta e verdadeira para cada uma, a partir dos dados do próprio produto, na língua da pergunta. Mostre os rascunhos, e peça com answer_question aqueles com que eu concordar.",
    },
    restock_plan: {
      title: "O que comprar agora",
      description: "Quais SKUs acabam, quando, e quantas unidades bastariam.",
      text: "Quais SKUs acabam em até {{days}} dias no ritmo dos últimos 30 dias? Use days-of-cover e units-sold. Faça uma tabela: SKU, em estoque, vendidos por dia, dias restantes, unidades a comprar para durar {{days}} dias.",
    },
  },
  previews: {
    price: { title: "Mudar o preço de {{subject}}", effect: "{{subject}} em {{channel}}: {{before}} passa a {{after}}" },
    pause: { title: "Pausar {{subject}}", effect: "{{subject}} em {{channel}} sai de venda até ser reativado" },
    resume: { title: "Reativar {{subject}}", effect: "{{subject}} em {{channel}} volta a ser vendido por {{price}}" },
    stock: {
      title: "Mudar o estoque oferecido de {{subject}}",
      effect: "{{subject}} em {{channel}}: {{before}} em oferta passam a {{after}}",
    },
    answer: {
      title: "Responder a uma pergunta sobre {{subject}}",
      question: "Pergunta: {{text}}",
      answer: "Resposta, que todos podem ler: {{text}}",
    },
    count: {
      title: "Mandar contar {{subject}}",
      effect: "Uma tarefa de contagem em {{zone}} para a posição {{subject}}, prioridade {{priority}}",
    },
    priority: { title: "Mudar a vez de uma tarefa em {{zone}}", effect: "{{subject}}: a prioridade {{before}} passa a {{after}}" },
    recommendation: {
      title: "Aplicar a recomendação para {{subject}}",
      price: "{{subject}} passa a ser vendido por {{after}}",
      stock: "{{subject}} passa a ser oferecido com {{after}} unidades",
      page: "A recomendação conta como feita; uma pessoa a executa",
    },
    dismiss: { title: "Deixar de lado a recomendação para {{subject}}", effect: "Ela só volta quando os sinais piorarem claramente" },
    proposal: {
      approve: "Aprovar o que {{agent}} propõe para {{subject}}",
      reject: "Recusar o que {{agent}} propõe para {{subject}}",
      does: "O agente executa: {{tool}} para {{subject}}",
      leaves: "{{subject}} fica como está",
    },
    trend: { watch: "Acompanhar a tendência {{subject}}", put: "Ela fica à vista na página de tendências" },
    pattern: { pin: "Fixar um padrão", effect: "Ele fica no alto da página de padrões" },
    unknownChannel: "seu canal",
  },
};
