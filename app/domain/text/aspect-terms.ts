import type { Language } from "./language.ts";

/** What reviews are about, whatever is sold. */
export const aspects = [
  ...(["delivery", "packaging", "quality", "not-working", "safety", "size", "voltage", "compatibility"] as const),
  ...(["mismatch", "colour", "wrong-item", "missing-parts", "instructions", "smell", "noise", "battery"] as const),
  ...(["leak", "used-item", "authenticity", "service", "price"] as const),
] as const;
export type Aspect = (typeof aspects)[number];

/** `wrong` says by itself that something is not right; `about` only names it, and needs a word of blame beside it. */
export type AspectTerms = { wrong: string; about: string };

/** Terms of one or more words, cut by "|"; up to three other words may stand between theirs. */
const aspectTerms: Readonly<Record<Aspect, Readonly<Record<Language, AspectTerms>>>> = {
  delivery: {
    pt: {
      wrong:
        "atraso|atrasado|atrasou|demorou chegar|demora entrega|demorou entregar|nao chegou|nunca chegou|nao entregue|nao entregaram|fora do prazo|extraviado|chegou depois do prazo|demorou dias|demorou semanas|demorou muito",
      about: "entrega|prazo|frete|transportadora|correios|envio",
    },
    en: {
      wrong:
        "arrived late|came late|late delivery|never arrived|never came|not arrived|not delivered|delayed|took forever|took weeks|took days arrive|lost in transit|weeks late|days late",
      about: "delivery|shipping|courier|shipment|carrier",
    },
  },
  packaging: {
    pt: {
      wrong:
        "caixa amassada|caixa aberta|caixa rasgada|embalagem rasgada|embalagem aberta|embalagem amassada|mal embalado|sem embalagem|sem plastico bolha|sem protecao|lacre rompido|caixa molhada",
      about: "embalagem|embalado|caixa|pacote",
    },
    en: {
      wrong:
        "box crushed|crushed box|box open|box torn|torn box|damaged box|box damaged|poorly packed|badly packed|no bubble wrap|no padding|seal broken|dented box|box dented|badly packaged|poorly packaged",
      about: "packaging|packed|box|package",
    },
  },
  quality: {
    pt: {
      wrong:
        "quebrado|quebrou|rasgou|descosturou|descascou|enferrujou|soltou|trincado|rachado|riscado|fragil|ma qualidade|material fraco|material ruim|desmanchou|empenado|descolou|desfiou|acabamento ruim|plastico fino|amassado|defeito|defeituoso",
      about: "qualidade|material|acabamento|durabilidade|costura|tecido",
    },
    en: {
      wrong:
        "broken|broke|cracked|scratched|tore|ripped|fell apart|came apart|rusted|rusty|flimsy|peeled off|peeling|poor quality|low quality|cheaply made|bent|chipped|dented|defective|snapped|frayed",
      about: "quality|material|finish|durability|build|stitching|fabric",
    },
  },
  "not-working": {
    pt: {
      wrong:
        "nao funciona|nao funcionou|parou de funcionar|parou funcionar|nao liga|nao ligou|nao carrega|nao esquenta|nao gela|queimou|deixou de funcionar|nao acende|veio sem funcionar|nao conecta|desliga sozinho|pifou",
      about: "funcionamento|motor",
    },
    en: {
      wrong:
        "not work|doesnt work|didnt work|stopped working|wont turn on|doesnt turn on|not turn on|wont charge|not charge|doesnt charge|doesnt heat|quit working|dead on arrival|not working|wont start|doesnt connect|wont connect|died after",
      about: "motor|functionality",
    },
  },
  safety: {
    pt: { wrong: "choque|pegou fogo|explodiu|derreteu|fumaca|faisca|curto circuito|incendio|cheiro de queimado", about: "" },
    en: {
      wrong: "electric shock|shocked me|caught fire|exploded|melted|smoke|sparks|overheats|overheating|fire hazard|burning smell",
      about: "",
    },
  },
  size: {
    pt: {
      wrong:
        "muito pequeno|muito grande|nao serviu|nao serve|nao coube|ficou apertado|ficou largo|ficou curto|menor que o esperado|menor do que|maior do que|tamanho errado|apertado|forma pequena|medida errada|pequeno demais|grande demais",
      about: "tamanho|medida|numeracao|dimensoes|altura|largura|comprimento",
    },
    en: {
      wrong:
        "too small|too big|too tight|too large|too short|too long|doesnt fit me|not fit|runs small|runs large|smaller than|larger than|bigger than|wrong size|way small|didnt fit|doesnt fit|too narrow",
      about: "size|sizing|measurement|dimension|height|width|length",
    },
  },
  voltage: {
    pt: {
      wrong:
        "voltagem errada|veio 110|veio 127|veio 220|veio 110v|veio 127v|veio 220v|nao e bivolt|tensao errada|voltagem diferente|voltagem incorreta|queimou na tomada",
      about: "voltagem|bivolt|110v|127v|220v|tensao|volts",
    },
    en: {
      wrong: "wrong voltage|came 110|came 220|came 110v|came 220v|not dual voltage|wrong plug|different voltage",
      about: "voltage|plug|110v|120v|220v|volts|outlet",
    },
  },
  compatibility: {
    pt: {
      wrong: "nao encaixa|nao encaixou|nao compativel|incompativel|nao e compativel|nao serve no|nao encaixa no|nao deu certo no",
      about: "encaixe|compatibilidade|compativel",
    },
    en: { wrong: "not compatible|incompatible|isnt compatible|doesnt fit my|not fit my|didnt fit my", about: "compatibility|compatible" },
  },
  mismatch: {
    pt: {
      wrong:
        "diferente da foto|diferente do anuncio|diferente da descricao|nao condiz|nao corresponde|propaganda enganosa|nao e como|nao e o anunciado|nao bate com|nao parece com a foto|anuncio enganoso|diferente das fotos|diferente da imagem|nao e igual",
      about: "anuncio|descricao|foto",
    },
    en: {
      wrong:
        "not as described|not as pictured|different from picture|different from photo|different from description|misleading|not match description|doesnt match|nothing like picture|false advertising|not what advertised|looks nothing like|not like photos|not as advertised",
      about: "description|picture|photo|advertised|listing",
    },
  },
  colour: {
    pt: {
      wrong: "cor errada|cor diferente|veio outra cor|desbotou|desbotado|cor trocada|tom diferente|mancha|manchado",
      about: "cor|tonalidade|estampa",
    },
    en: {
      wrong: "wrong color|wrong colour|different color|different colour|faded|color off|colour off|stained",
      about: "color|colour|shade",
    },
  },
  "wrong-item": {
    pt: {
      wrong:
        "produto errado|veio errado|item errado|modelo errado|enviaram errado|mandaram outro|veio outro produto|recebi outro|veio trocado|produto trocado|item trocado|enviaram outro",
      about: "",
    },
    en: {
      wrong: "wrong item|wrong product|wrong model|sent wrong|sent different|received different|sent me another|received wrong",
      about: "",
    },
  },
  "missing-parts": {
    pt: {
      wrong:
        "faltando|faltou|faltam|incompleto|nao veio o|veio sem o|veio sem a|veio sem os|veio sem as|nao veio a|nao vieram|sem o cabo|sem a tampa|sem parafuso|sem os parafusos|faltava|nao acompanha|veio faltando|sem acessorios|falta peca",
      about: "acessorios|pecas|parafusos",
    },
    en: {
      wrong:
        "missing|incomplete|came without|not included|no screws|didnt include|without screws|parts missing|did not come with|didnt come with|doesnt include",
      about: "accessories|parts|screws",
    },
  },
  instructions: {
    pt: {
      wrong:
        "sem manual|manual confuso|nao tem manual|sem instrucoes|nao veio manual|dificil montar|dificil de montar|manual em chines|manual em ingles",
      about: "manual|instrucoes|montagem",
    },
    en: {
      wrong:
        "no instructions|no manual|confusing instructions|unclear instructions|hard to assemble|difficult to assemble|instructions in chinese|useless instructions",
      about: "instructions|manual|assembly",
    },
  },
  smell: {
    pt: { wrong: "cheiro forte|mau cheiro|fedendo|cheiro ruim|cheiro quimico|cheiro horrivel|cheira mal|fede", about: "cheiro|odor" },
    en: {
      wrong: "bad smell|strong smell|stinks|smells bad|chemical smell|awful smell|smells like chemicals|smells terrible",
      about: "smell|odor|odour",
    },
  },
  noise: {
    pt: { wrong: "muito barulho|barulhento|faz barulho|muito barulhento|ruido alto|barulho estranho", about: "barulho|ruido" },
    en: { wrong: "noisy|too loud|very loud|makes noise|loud noise|rattles|squeaks", about: "noise|sound" },
  },
  battery: {
    pt: {
      wrong: "bateria nao dura|bateria acaba|descarrega rapido|bateria viciada|bateria nao segura|dura pouco|bateria fraca|bateria dura",
      about: "bateria|pilha|carga",
    },
    en: {
      wrong:
        "battery dies|battery died|doesnt hold charge|not hold charge|drains fast|battery drains|short battery|battery lasts only|wont hold charge",
      about: "battery",
    },
  },
  leak: {
    pt: { wrong: "vaza|vazando|vazou|vazamento|pinga|derrama|agua escorrendo|escorre agua", about: "vedacao" },
    en: { wrong: "leaks|leaked|leaking|leak|drips|spills", about: "seal" },
  },
  "used-item": {
    pt: { wrong: "produto usado|veio usado|ja usado|parece usado|sinais de uso|marcas de uso|veio sujo|caixa violada", about: "" },
    en: {
      wrong: "looks used|was used|clearly used|already used|signs of use|came dirty|previously opened|second hand|been used",
      about: "",
    },
  },
  authenticity: {
    pt: { wrong: "falso|falsificado|nao e original|pirata|replica|falsificacao|imitacao|nao original", about: "originalidade" },
    en: { wrong: "fake|counterfeit|not original|not genuine|knock off|knockoff|not authentic|imitation", about: "authenticity" },
  },
  service: {
    pt: {
      wrong:
        "nao responde|nao responderam|ninguem responde|vendedor nao|pessimo atendimento|nao resolveram|sem resposta|nao deram suporte|nao consegui trocar",
      about: "atendimento|suporte|garantia|sac",
    },
    en: {
      wrong: "no response|never replied|didnt reply|no reply|wont refund|refused refund|not responding|never responded|ignored my",
      about: "support|warranty|customer service",
    },
  },
  price: {
    pt: { wrong: "muito caro|nao vale|caro demais|nao vale o preco|mais caro", about: "preco|custo" },
    en: { wrong: "overpriced|too expensive|not worth|waste of money", about: "price" },
  },
};

export function termsOf(aspect: Aspect, language: Language): AspectTerms {
  return aspectTerms[aspect][language];
}
