import type { common as source } from "../en/common.ts";
import type { Translation } from "../translation.ts";

export const common: Translation<typeof source> = {
  appName: "Entrepot",
  yes: "Sim",
  no: "Não",
  save: "Salvar",
  cancel: "Cancelar",
  close: "Fechar",
  back: "Voltar",
  next: "Avançar",
  delete: "Excluir",
  remove: "Remover",
  edit: "Editar",
  add: "Adicionar",
  undo: "Desfazer",
  retry: "Tentar de novo",
  search: "Buscar",
  loading: "Carregando",
  optional: "opcional",
  required: "obrigatório",
  never: "nunca",
  unknown: "desconhecido",
  language: { label: "Idioma", en: "English", ptBR: "Português (Brasil)" },
  theme: { label: "Tema", light: "Claro", dark: "Escuro", system: "Igual ao sistema" },
};
