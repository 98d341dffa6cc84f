/**
 * Verbs, adverbs and manners of asking that people put around any number and that change nothing of it. None of them says which of what is
 * counted: "new", "again" or "available" would, and are not known.
 */
export const commonWords = `
  holds keep keeps kept contain contains sit sits often frequently usually generally normally typically mostly mainly
  caused cause happens occurring occur occurs occurred found finding detected spotted noticed recorded counted measured
  based according regarding concerning related respect terms basis various
  actual real true exact precise rough brief simple clean nice good great
  understand learn discover inspect examine evaluate analyse analyze analysis study
  break breaks showing shows shown displayed present presented pulled fetch retrieve
  began begin begins beginning finish
  coming gone going goes run running ran handle handling
  generate generated generates produce produced produces drive drives driving drove contribute contributes contributed account accounts
  belong belongs deal dealt manage managed achieve achieved reach reached hit
  paid pay pays charged charges invoice invoiced invoicing
  maybe perhaps probably possibly even
  upon onto into toward towards back forth near around
  very rather quite too enough soon
  doing having being getting giving taking buying asking wanting needing

  acontece acontecem acontecendo ocorre ocorreu ocorreram ocorrem encontrado encontrados encontrada encontradas achado achados detectado
  detectados registrei registramos contado contados medido medidos baseado segundo conforme referente referentes relativo
  relativos respeito termos vario
  exato exata breve simples legal entender entenda conhecer descobrir verificar verifique checar
  cheque analisar analise avaliar avalie examinar consultar consulte exibe exibindo mostrando puxe puxar gere gerar
  comecou comecaram comecar comeca comecando iniciou iniciado
  vindos vinda vindas rodou rodaram rodar envia enviando entrega entregar entregamos atendido atendidos atender
  gerou geraram gerado gerados produziu produziram contribuiu contribuiram contribui representa representam
  pertence pertencem atingiu atingiram alcancou alcancaram bateu bateram ganhou ganharam pagou
  pagaram pago pagos pagar paga custou custaram custa cobrado cobrados cobrou cobraram
  talvez provavelmente sempre geralmente normalmente frequentemente principalmente bastante cerca logo
  alem perto longe
  fazendo sendo estando ficando fica ficam tinha tinham possui possuem possuimos guarda
  pras pros dum duma nisso nesse naquele daquele aquela aquelas aqueles tal tais qualquer quaisquer algum alguma alguns
  algumas mim comigo conosco
`;
