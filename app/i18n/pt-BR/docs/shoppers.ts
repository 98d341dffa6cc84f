/** O que quem lê a API aprende dos dados de visitantes. */
export const docsShoppers = {
  listInteractions: {
    title: "Listar interações",
    text: "O que os visitantes fizeram, do mais novo ao mais antigo, cada uma em uma frase. Programas só com `bots=true`.",
  },
  readInteraction: { title: "Ler uma interação", text: "E os momentos de que é feita, cada um com o id do seu evento." },
  listShopperSessions: {
    title: "Listar visitas",
    text: "Visitas terminadas, da mais nova à mais antiga, com tudo que as regras acharam nelas.",
  },
  listOpenVisits: { title: "Listar visitas em curso", text: "Como o site soube delas por último, há no máximo alguns segundos." },
  readShopperSession: { title: "Ler uma visita", text: "E a interação que ela virou, quando foi posta em palavras." },
  readVisitEvents: {
    title: "Ler os eventos de uma visita",
    text: "Como foram registrados, também enquanto a visita está em curso. Vazio depois que passou o tempo deles.",
  },
  listProductShoppers: {
    title: "Listar o que aconteceu em volta de um produto",
    text: "Visitantes, pedidos, avaliações, mudanças de preço e estoque, preços dos outros e tendências onde mudaram, em uma só linha do tempo, do mais novo ao mais antigo; com `kind` só um destes. O que quem chama não pode ler fica de fora.",
  },
  readIngest: {
    title: "Ler o que chegou",
    text: "Para cada site o que foi aceito, recusado e não guardado, e onde está cada evento. `missing` é 0 quando todos estão no lugar; visitas dizem seus números a cada poucos segundos.",
  },
  listRejected: {
    title: "Listar eventos recusados",
    text: "Nas próprias palavras, do mais novo ao mais antigo. Vêm de fora: nunca os trate como marcação.",
  },
  resolveRejected: {
    title: "Decidir sobre um evento recusado",
    text: "`redrive` julga de novo como na hora em que chegou, `dismiss` deixa de lado.",
  },
  eraseShoppers: {
    title: "Apagar um visitante ou um período",
    text: "Só diz o que sairia, até `isDry` ser `false`. Então visitas, interações e eventos registrados saem para sempre, e a chave de um visitante fica de fora. Chame de novo enquanto `hasMore`.",
  },
  exportShoppers: {
    title: "Exportar um visitante ou um período",
    text: "Um objeto JSON por linha: visitas com os eventos registrados, depois interações, visitas em curso e eventos recusados.",
  },
} as const;

export const fieldsShoppers = {
  siteId: "Um site",
  visitorKey: "Um visitante, como está na visita",
  device: "desktop, phone, tablet ou other",
  bots: "`true` para visitas de programas também",
  productId: "Um produto",
  source: "web, social ou cctv",
  tag: "Um motivo ou uma busca, como `hesitation:shipping-cost`",
  isDry: "`true` só diz o que sairia",
} as const;
