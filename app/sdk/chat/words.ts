const pt = {
  open: "Perguntar sobre um produto",
  title: "Perguntas sobre produtos",
  close: "Fechar",
  label: "Sua pergunta",
  placeholder: "Ex.: qual a voltagem?",
  send: "Enviar",
  you: "Você",
  shop: "Loja",
  greeting: "Olá! Posso responder sobre os produtos desta loja: preço, disponibilidade, características.",
  waiting: "Procurando…",
  note: "Respostas automáticas, do catálogo da loja. Não escreva dados pessoais.",
  failed: "Não deu certo agora. Tente de novo em instantes.",
  off: "O chat desta loja está desligado no momento.",
  wait: (seconds: number) =>
    `Muitas perguntas em pouco tempo. Tente de novo em ${seconds < 90 ? `${seconds} segundos` : `${Math.ceil(seconds / 60)} minutos`}.`,
};

const en: typeof pt = {
  open: "Ask about a product",
  title: "Questions about products",
  close: "Close",
  label: "Your question",
  placeholder: "For example: what voltage is it?",
  send: "Send",
  you: "You",
  shop: "Shop",
  greeting: "Hello! I can answer about this shop’s goods: price, availability, features.",
  waiting: "Looking…",
  note: "Automatic answers from the shop’s catalogue. Leave out anything personal.",
  failed: "That did not work just now. Try again in a moment.",
  off: "This shop’s chat is off at the moment.",
  wait: (seconds: number) =>
    `Many questions in a short time. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
};

export type Words = typeof pt;

/** The page's language; where it names none, the browser's. Whatever is not English is met in Portuguese. */
export function wordsFor(language: string): Words {
  return /^en\b/i.test(language) ? en : pt;
}
