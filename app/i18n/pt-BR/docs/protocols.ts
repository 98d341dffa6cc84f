/** As outras portas de entrada, e o que nós chamamos. */
export const docsProtocols = {
  mcp: {
    lead: "Claude, Cursor e outros programas que falam o Model Context Protocol perguntam em `/mcp`, por Streamable HTTP, nas revisões 2026-07-28 e 2025-11-25. A chave vai em `Authorization: Bearer` ou `x-api-key`; os escopos dela decidem quais ferramentas existem. No console, Configurações, Conectar um assistente cria essa chave e traz uma receita para cada programa.",
    acts: "O que só olha responde na hora. O que o comprador veria, ou o que não dá para desfazer, volta como uma aprovação: uma pessoa decide no Entrepot, nunca a chave que pediu, e `read_approval` diz no que deu.",
    once: "Uma chamada que talvez precise ser repetida leva um nome seu em `_meta`, como `entrepot/idempotencyKey`: é feita uma vez e tem sempre a mesma resposta.",
    asks: "Uma pergunta que pode querer dizer mais de uma coisa volta para o seu usuário, se o programa mostra formulários (elicitation). Na revisão mais antiga isso usa o `Mcp-Session-Id` que `initialize` responde; se ele for respondido com 404, comece de novo.",
  },
  a2a: {
    lead: "Agentes de terceiros nos encontram em `/.well-known/agent-card.json` e perguntam em `/a2a`: Agent2Agent 1.0, JSON-RPC, com fluxos em server-sent events. A chave precisa de `chat:read` e dos escopos daquilo que deve saber. Sem `A2A-Version: 1.0`, a chamada conta como 0.3, que aqui não se fala.",
    states:
      "`SendMessage` espera a resposta, `SendStreamingMessage` conta o que acontece no caminho; com `returnImmediately` a tarefa vem na hora e você acompanha com `GetTask`. `TASK_STATE_INPUT_REQUIRED`: diga com mais clareza, com o mesmo `taskId`. `TASK_STATE_AUTH_REQUIRED`: uma pessoa precisa permitir antes. O mesmo `messageId` de novo leva à mesma tarefa.",
    push: "Um endereço dado a `CreateTaskPushNotificationConfig` recebe cada evento da tarefa, um após o outro, com o seu token em `X-A2A-Notification-Token`. Só chamamos endereços https públicos.",
  },
  webhooks: {
    lead: "Um gatilho pode chamar um endereço seu com um corpo JSON. `Entrepot-Signature: t=segundos,v1=assinatura` prova que veio de nós: a assinatura é o HMAC-SHA-256 de `t.corpo`, em hexadecimal, com o segredo mostrado quando o gatilho foi criado. Em Node, com o corpo como chegou:",
    repeats:
      "`Entrepot-Delivery` é o mesmo numa repetição: o que já fez com esse nome, não faça de novo. Responda com qualquer 2xx em segundos e trabalhe depois. Se ninguém responde, tentamos de novo, com intervalos cada vez maiores; o que você recusa com 4xx não enviamos outra vez.",
  },
} as const;
