/** Recusas sobre dados de visitantes da loja. */
export const shoppersErrors = {
  interactionNotFound: "Esta interação não existe ou foi apagada.",
  shopperSessionNotFound: "Esta sessão não existe ou foi apagada.",
  rejectedEventNotFound: "Este evento não está mais guardado.",
  eventStillRefused: "Este evento continua ilegível e por isso não foi aceito.",
  patternOnlyDescribed: "Isto só diz o que aconteceu. Não há nada a decidir.",
  patternOutdated: "Este padrão foi deixado de lado ou não aparece mais. Escolha um de um período contado há pouco.",
  visitorErased: "Este visitante foi apagado. O que chega dele não é guardado.",
  chooseWhatToErase: "Informe um visitante ou um período de um momento até outro mais tarde.",
} as const;
