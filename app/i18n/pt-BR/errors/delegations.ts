import type { delegationErrors as english } from "../../en/errors/delegations.ts";

export const delegationErrors: Record<keyof typeof english, string> = {
  delegationNotFound: "Esta tarefa não existe.",
  delegationHookNotFound: "Nenhum endereço com este nome acompanha a tarefa.",
  delegationOver: "Esta tarefa terminou e não pode mais mudar.",
  delegationBusy: "Esta tarefa está em andamento. Espere a resposta antes de continuar.",
  tooManyHooks: "A tarefa já é acompanhada pelo máximo de endereços. Remova um antes.",
  messageReused: "Uma mensagem com este nome já disse outra coisa.",
  contextMismatch: "A tarefa é de outra conversa.",
};
