/** What a reader of the API learns of numbers. */
export const docsMetrics = {
  listMetrics: {
    title: "Listar o que pode ser contado",
    text: "Os números que sua chave pode pedir: o que cada um conta, a unidade, como pode ser dividido e ao longo de que tempo, e o escopo que exige.",
  },
  queryMetrics: {
    title: "Pedir um número",
    text: "Informe um `metric` e, se quiser, por que dividir, a que restringir, em que período e granularidade, e com o que comparar. A resposta traz a consulta como foi entendida e os totais de todas as linhas. Valores em unidades menores, uma linha por moeda. Cada número exige o escopo que `GET /metrics` indica; o das vendas é `selling:read`.",
  },
  explainChange: {
    title: "Explicar uma mudança",
    text: "A mesma consulta, respondida com quanto cada parte deu da diferença: as partes e o resto somam a diferença inteira. Nas taxas, diz quanto veio das próprias taxas e quanto dos seus pesos.",
  },
} as const;

export const fieldsMetrics = {
  metric: "O que é contado, como `GET /metrics` o chama",
  where: "Restringe a alguns valores de uma dimensão ou, com `isNot`, a todos os outros",
  grain: "`hour`, `day`, `week`, `month`, `quarter` ou `year`",
  when: "Do início, inclusive, ao fim, exclusive, em dias ou horas do relógio do espaço de trabalho; com `rolling`, um período que anda com o dia de hoje. Sem ele, os últimos 30 dias",
  compare: "`previous` ou `year`; senão `none`",
  having: "Mantém linhas cujo número é no mínimo ou no máximo isto",
  order: "Por que as linhas são ordenadas",
} as const;
