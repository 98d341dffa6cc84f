/** Verbs, adverbs and manners of asking that people put around any number and that change nothing of it. */
export const commonWords = `
  hold holds keep keeps kept contain contains sit sits often frequently usually generally normally typically mostly mainly
  caused cause happen happens occurring occur occurs occurred found finding detected seen spotted noticed recorded counted measured
  based according regarding concerning related respect terms basis side part parts different various several many
  available possible latest recent newest current actual real true exact precise rough quick brief simple clean nice good great
  understand know learn discover inspect examine evaluate analyse analyze analysis study
  break breaks showing shows shown display displayed present presented pull pulled fetch retrieve
  start started starting began begin begins beginning end ended ending finish finished complete completed close closed
  came coming gone going goes went run running ran deliver delivering handle handled handling process processed
  generate generated generates produce produced produces drive drives driving drove contribute contributes contributed account accounts
  belong belongs deal dealt manage managed achieve achieved reach reached hit earn gain gained lose lost
  paid pay pays charged charge charges invoice invoiced invoicing
  maybe perhaps probably possibly even still again once twice together apart alone
  whether if else while upon onto into toward towards along among amid off away back forth near around
  very rather quite too enough almost nearly soon later early earlier
  doing having being getting giving taking making using buying asking wanting needing

  acontece acontecem acontecendo ocorre ocorreu ocorreram ocorrem encontrado encontrados encontrada encontradas achado achados detectado
  detectados registrei registramos contado contados medido medidos baseado segundo conforme referente referentes relativo
  relativos respeito termos parte partes diferente diferentes vario varios varias disponivel disponiveis possivel recente recentes novo
  nova novos novas real exato exata rapido rapida breve simples legal entender entenda conhecer descobrir verificar verifique checar
  cheque analisar analise avaliar avalie examinar consultar consulte exibe exibindo mostrando puxe puxar gere gerar
  comecou comecaram comecar comeca comecando iniciou iniciado terminou terminaram terminado concluiu concluido fechou fechado fechados
  vindo vindos vinda vindas indo rodou rodaram rodar envia enviando entrega entregar entregamos atendido atendidos atender processado
  processados gerou geraram gerado gerados produziu produziram contribuiu contribuiram contribui representa representam
  pertence pertencem atingiu atingiram alcancou alcancaram bateu bateram ganhou ganharam perdi perdemos perdeu perderam perdido pagou
  pagaram pago pagos pagar paga custou custaram custa cobrado cobrados cobrou cobraram
  talvez provavelmente sempre geralmente normalmente frequentemente principalmente bastante quase cerca logo cedo
  depois enquanto conforme alem junto juntos sozinho perto longe
  fazendo tendo sendo estando ficando fica ficam ficaram indo tinha tinham possui possuem possuimos guarda guardado guardados
  pra pro pras pros num numa dum duma nisso nesse naquele daquele aquela aquelas aqueles tal tais qualquer quaisquer algum alguma alguns
  algumas mim comigo conosco
`;
