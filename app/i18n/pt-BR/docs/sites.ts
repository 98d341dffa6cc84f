export const docsSites = {
  listSites: {
    title: "Listar sites",
    text: "Onde os compradores são vistos, do mais novo ao mais antigo, com o primeiro e o último sinal de cada um.",
  },
  readStatistics: {
    title: "Como um site é visitado",
    text: "Somas dos últimos dias ao lado de outros tantos antes, cada dia, e os maiores de cada tipo. Horas no fuso do espaço de trabalho; programas ficam de fora.",
  },
  createSite: {
    title: "Cadastrar um site",
    text: "`publicKey` vai nas páginas. Um site `web` precisa dos domínios das suas páginas; um `app` não tem nenhum.",
  },
  readSite: { title: "Ler um site", text: "Com o que ele coleta. A `version` é necessária para alterar." },
  changeSite: { title: "Alterar um site", text: "Inteiro, com a versão lida. As páginas abertas seguem em até dois minutos." },
  removeSite: { title: "Remover um site", text: "Diga o nome dele. O que ele coletou fica pelo prazo que ficaria." },
  switchSite: { title: "Pausar ou retomar um site", text: "Um site pausado não recebe mais nada." },
  renewSiteKey: { title: "Trocar a chave de um site", text: "Páginas com a chave antiga deixam de ser ouvidas após um minuto." },
  listRecentEvents: {
    title: "Ver o que um site acabou de enviar",
    text: "Os últimos eventos em segundos, antes de virarem sessões; até 50.",
  },
} as const;

export const fieldsSites = {
  publicKey: "Fica nas páginas, à vista de todos, e não abre mais nada",
  domains: "Domínios das páginas; `*.` antes de um inclui os subdomínios",
  consentMode: "`none`: nada antes de um sim. `cookieless`: nada é guardado no navegador. `full`: um id é guardado após um sim",
  honoursPrivacySignals: "`false` coleta também de navegadores que pedem para não ser seguidos",
  maskSelectors: "Seletores CSS cujo texto nunca é lido",
  keptParameters: "Parâmetros que ficam nos endereços; os demais são cortados",
  samplePercent: "De cem visitantes, quantos são coletados",
  sessionIdleMinutes: "A sessão termina após tantos minutos sem evento, 5 a 1440",
  retention: "Por quantos dias ficam os eventos brutos, as sessões e as interações",
  isEnabled: "`false` pausa",
} as const;
