import type { connect as source } from "../en/connect.ts";
import type { Translation } from "../translation.ts";

/** A página em que se conecta um assistente de outra empresa. */
export const connect: Translation<typeof source> = {
  title: "Conectar um assistente",
  state: "Claude, Cursor, VS Code e outros assistentes podem consultar tudo aqui, e pedem a você antes de mudar qualquer coisa.",
  addresses: {
    title: "Endereços",
    mcp: "Servidor MCP",
    mcpText: "Para assistentes. Streamable HTTP, revisões 2026-07-28 e 2025-11-25.",
    agent: "Cartão do agente",
    agentText: "Para outros agentes, que falam A2A.",
    copyMcp: "Copiar endereço MCP",
    copyAgent: "Copiar endereço do cartão",
  },
  key: {
    title: "Uma chave para ele",
    text: "Cada assistente ganha a sua chave, para você poder encerrar uma sem mexer nas outras.",
    name: "Nome",
    nameHint: "Qual assistente, e de quem: “Claude no notebook da Ana”.",
    right: "O que ele pode fazer",
    rights: {
      look: { label: "Só olhar", text: "Lê números, pedidos, estoque, clientes e recomendações. Não muda nada." },
      ask: {
        label: "Olhar e pedir mudanças",
        text: "Também pode pedir um preço, uma pausa ou uma resposta a um comprador. Você decide cada pedido em Aprovações; nada acontece sem você.",
      },
    },
    tools_one: "{{count}} ferramenta",
    tools_other: "{{count}} ferramentas",
    seeTools: "Ver as ferramentas",
    toolsHint: "pede a você antes",
    submit: "Criar chave",
    made: "A chave de {{name}}",
    next: "Cole onde a receita abaixo diz ENTREPOT_KEY. Não a deixe em arquivos que outros leem.",
  },
  recipes: {
    title: "Receitas",
    text: "A chave fica no ambiente ou é pedida pelo programa: nenhuma receita a contém.",
    copy: "Copiar a receita para {{name}}",
    claudeCode: { name: "Claude Code", where: "No terminal, com a chave em ENTREPOT_KEY:" },
    cursor: { name: "Cursor", where: "Em ~/.cursor/mcp.json, com a chave em ENTREPOT_KEY:" },
    vscode: { name: "VS Code", where: "Em .vscode/mcp.json. Ele pede a chave uma vez e a guarda:" },
    claudeDesktop: { name: "Claude Desktop", where: "Em claude_desktop_config.json, com a chave no lugar das palavras:" },
    other: { name: "Qualquer outro", where: "Duas linhas bastam:" },
    placeholder: "SUA ENTREPOT_KEY",
    keyPrompt: "Chave do Entrepot",
  },
  test: {
    title: "Funciona?",
    text: "Pergunte ao assistente “quais ferramentas o Entrepot tem?”. A chave dele aparece aqui quando ele chamar, em até um minuto.",
    again: "Olhar de novo",
    never: "Ainda não chamou",
    last: "Última chamada",
    none: "Ainda não há chave para um assistente. Crie uma acima.",
    keysPage: "Todas as chaves",
    looks: "Olha",
    asks: "Olha e pede",
  },
};
