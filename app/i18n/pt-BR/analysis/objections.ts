/** Por que algo de um modelo não passou. */
export const objections = {
  "too-long": "longo demais",
  "too-short": "curto demais",
  "forbidden-word": "palavra contra as regras",
  "contact-data": "dados de contato",
  "invented-number": "número que ninguém conhece",
  "lost-fact": "perdeu um dado",
  "order-inside": "parece uma ordem",
  "no-evidence": "a citação não existe",
  "same-as-now": "igual ao de agora",
} as const;
