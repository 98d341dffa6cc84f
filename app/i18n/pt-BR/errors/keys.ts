/** Of a value that does not fit: what would. */
export const expectedErrors = {
  oneOf: "Use um destes: {{value}}.",
  atLeast: "Precisa ser {{value}} ou mais.",
  atMost: "Precisa ser {{value}} ou menos.",
  type: "Precisa ser do tipo {{value}}.",
} as const;

/** What keys and their scopes do not do. */
export const keysErrors = {
  pickOneScope: "Escolha pelo menos uma permissão.",
  scopeAboveYours: "Uma chave não pode fazer mais do que você.",
  scopeMissing: "Isto precisa do escopo {{scope}}, que a chave não tem. Nada foi alterado.",
  keysOnly: "Só um programa com uma chave pode fazer isto, não uma pessoa.",
  peopleOnly: "Só uma pessoa conectada pode fazer isto, não uma chave.",
} as const;
