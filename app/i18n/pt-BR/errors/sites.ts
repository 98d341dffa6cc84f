import type { sitesErrors as english } from "../../en/errors/sites.ts";

export const sitesErrors: Record<keyof typeof english, string> = {
  siteNotFound: "Este site não existe.",
  tooManySites: "O espaço de trabalho já tem o máximo de sites. Remova um antes.",
  sitePaused: "Este site está pausado.",
  publicQuestionNotFound: "Esta pergunta não existe mais.",
  publicChatOff: "O chat deste site está desligado.",
  chatTokenInvalid: "Este token não vale aqui ou venceu. Peça outro.",
  originNotAllowed: "Esta página não está em um dos domínios do site.",
  domainInvalid: "Informe um domínio como loja.exemplo ou *.loja.exemplo, sem https e sem caminho.",
  domainsRequired: "Informe ao menos um domínio em que suas páginas estão.",
  selectorInvalid: "Informe um seletor CSS de até 200 caracteres.",
  parameterInvalid: "Informe o nome de um parâmetro do endereço.",
  tooManyEntries: "São itens demais.",
  nameDiffers: "Este não é o nome.",
};
