/** O que quem lê a API aprende de gatilhos e políticas. */
export const docsTriggers = {
  editProposal: {
    title: "Alterar uma proposta",
    text: "Antes de aprovar, dentro do que a ferramenta aceita; só campos que não dizem do que se trata. Quem mudou o quê fica em `edit`.",
  },
  listPolicies: { title: "Listar políticas", text: "Na ordem em que são consultadas; a primeira que libera uma proposta aparece nela." },
  createPolicy: { title: "Criar uma política", text: "Fica desligada até ser testada e ligada. Ao menos uma condição." },
  listPolicyFields: {
    title: "Listar o que uma política pode perguntar",
    text: "Campos da ferramenta e o que as propostas disseram até agora.",
  },
  changePolicy: { title: "Alterar uma política", text: "Outras condições a desligam até ser testada de novo." },
  removePolicy: { title: "Remover uma política", text: "Uma pessoa volta a decidir. O que ela liberou continua com o nome dela." },
  testPolicy: { title: "Testar uma política", text: "Em propostas passadas: quais teria liberado, e quantas dessas pessoas recusaram." },
  switchPolicy: { title: "Ligar ou desligar uma política", text: "Ligar só depois de testada como está." },
  listTriggers: { title: "Listar gatilhos", text: "Os mais novos primeiro, com quantas vezes cada um disparou e falhou em sete dias." },
  createTrigger: {
    title: "Criar um gatilho",
    text: "Fica desligado até ser testado e ligado. `secret` assina os webhooks e só vem nesta resposta; `null` sem webhook. Valores em centavos.",
  },
  readTrigger: { title: "Ler um gatilho", text: "E quando chega a próxima hora marcada." },
  changeTrigger: { title: "Alterar um gatilho", text: "Por inteiro. Tudo, menos nome e limite, o desliga até ser testado de novo." },
  removeTrigger: { title: "Remover um gatilho", text: "Com tudo o que lembra. O que dele resultou fica." },
  testTrigger: {
    title: "Testar um gatilho",
    text: "Com o que se sabe dos últimos 30 dias: em quais eventos teria disparado, e por que não nos outros. Nada é feito.",
  },
  switchTrigger: {
    title: "Ligar ou desligar um gatilho",
    text: "Ligar só depois de testado como está. Vale o que acontecer a partir daí.",
  },
  renewTriggerSecret: { title: "Renovar o segredo de um gatilho", text: "O antigo deixa de assinar. Só vem nesta resposta." },
  listFirings: {
    title: "Listar o que um gatilho fez",
    text: "Do mais novo: o evento, o que correspondeu, o que resultou de cada ação, cada chamada do webhook e por que foi contido, se foi.",
  },
};

export const fieldsTriggers = {
  event: "A que fica atento",
  schedule: "Só para `schedule`: dias e hora no fuso do espaço de trabalho, ou a cada tantos minutos",
  conditions: "O que precisa valer, tudo ou ao menos uma",
  repeats: "Tantas vezes no mesmo caso em tantas horas; `null` para sempre",
  actions: "O que se faz: avisar pessoas, pedir uma análise, propor, chamar um endereço",
  mostPerHour: "Quantas vezes pode disparar em uma hora, de 1 a 1000",
  mostPerDay: "Quantas libera em 24 horas, de 1 a 1000",
  isOn: "`false` desliga",
  tool: "O que é para fazer",
  input: "Os campos da ferramenta que mudam",
};
