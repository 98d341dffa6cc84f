/** What a visitor of a shop is told nothing about, by what it is. Folded text; the first that fits decides. */
const bounds = {
  private: [
    // Orders to the assistant, and code: answered like any other question about what is inside.
    /\b(?:ignor[ea]|esquec[ea]|desconsider[ea]|disregard|forget|override|bypass)\b.{0,40}\b(?:instru|regra|rule|previous|anterior|acima|above|prompt|limit)/,
    /\b(?:system|developer|hidden) (?:prompt|mode|message)|\bprompt\b|jailbreak|\bpretend\b|\bfinja\b|\broleplay\b|you are (?:now|no longer)|voce agora e\b|act as\b|aja como/,
    /\bselect\b.{0,80}\bfrom\b|\b(?:drop|alter|truncate) table\b|\bunion select\b|\binsert into\b|\bdelete from\b|\bor 1 ?= ?1\b|--\s*$|\/\*/,
    /<\/?\w+|javascript:|\{\{|\$\{|\bdatabase\b|\bbanco de dados\b|\bsql\b|\bschema\b|\.env\b/,
    /\b(?:sua|minha|qual a|qual e a|todas as|as) senhas?\b|\bsenhas? d[aeo]s?\b|\bpasswords?\b|\bapi\b|\bapi[ -]?keys?\b|\btokens?\b|\bcredencia|\bcredential|\badmin\b|\broot\b|\bworkspace\b|\bpk_|\bek_/,
    // How the shop is doing.
    /\bfatura(?:mento|ram|ou)?\b|\breceita (?:d[aeo]s?|total|mensal|bruta|liquida)\b|\brevenue\b|\bturnover\b|\bgmv\b|\blucro|\bprofit|\bmargem\b|\bmargens\b|\bmargins?\b|\bticket medio\b/,
    /(?<!\ba )\bvendas\b|\bvenderam\b|\bvendeu\b|\bvendemos\b|\bmais vendid|\bvendid[oa]s? (?:no|na|em|este|esta|hoje|ontem|por mes)\b|\bquant[oa]s\b.{0,40}\bvend[ei]|\bsales\b|\bsold\b(?! (?:out|separately|individually|as))|\bselling (?:best|most)|\bbest[ -]?sell/,
    /\bcusto (?:de (?:compra|producao|aquisicao|fabrica)|medio|por unidade|para voces)\b|\bpreco de (?:custo|compra)\b|\bcost (?:price|of goods|to you|basis)|\byour costs?\b|\bpag(?:a|am|aram|ou) (?:por|ao|aos) (?:cada|fornecedor)|\bwholesale\b|\batacado\b/,
    /\bfornecedor|\bsupplier|\bconcorrente|\bcompetitor|\bcomissao\b|\bcommission\b|\bestrategia\b|\bstrategy\b/,
    // People.
    /\bfuncionari|\bempregad|\bstaff\b|\bemployees?\b|\bsalari|\bsalary|\bwages?\b|\bdon[oa] d|\bowner\b|\bgerente\b|\bmanagers?\b|\bequipe\b|\bteam\b|\bpicker/,
    /\bclientes?\b|\bcustomers?\b|\bcompradores?\b|\bbuyers?\b|\bquem (?:mais )?comprou\b|\bwho (?:else )?(?:bought|ordered)\b|\bvisitantes\b|\bvisitors?\b/,
    /\bcpf\b|\bcnpj\b|\bcartao d[eoa]\b.{0,20}\b(?:client|outr|alguem)|\b(?:e-?mails?|telefones?|enderecos?|phones?|address(?:es)?) (?:d[eoa]s? |of )/,
    /\b(?:quant[oa]s|how many)\b.{0,30}\b(?:pedidos|orders|acessos|visitas|visits)\b|\bpedidos\b|\b(?:all|other|their|last|list(?: the)?|show(?: me)?) orders?\b|\borders\b/,
  ],
  "own-order": [
    /\b(?:meus?|minhas?|my)\b.{0,12}\b(?:pedido|compra|encomenda|pacote|entrega|order|parcel|package|purchase|delivery|refund|reembolso)\b/,
    /\brastrei|\brastrea|\btracking\b|\btrack (?:my|an?|the)\b|\bonde esta (?:o|a) (?:pedido|pacote|encomenda)\b|\bpedido (?:n|numero|#|\d)|\border (?:no|number|#|\d)/,
  ],
  "off-topic": [
    /\bpiada|\bjokes?\b|\bpoema|\bpoem\b|\bconte uma\b|\btell me a (?:story|secret)|\bcanta\b|\bsing\b|\bclima\b|\bweather\b|\bprevisao do tempo\b/,
    /\bpolitic|\bpresident|\beleic|\belection|\bfutebol\b|\bfootball\b|\bbitcoin\b|\bcripto|\bcrypto|\bhoroscop/,
    /\btraduz|\btranslate\b|\bpython\b|\bescreva\b|\bwrite (?:me|a|an)\b|\bcapital (?:of|d[aeo])\b|\bquem (?:e|foi) (?!o fabricante)|\bwho (?:is|was|are) |\bmeaning of life\b|\bsentido da vida\b/,
  ],
} as const;
export type Bound = keyof typeof bounds;

const order = ["own-order", "private", "off-topic"] as const;

export function boundIn(folded: string): Bound | undefined {
  return order.find((bound) => bounds[bound].some((pattern) => pattern.test(folded)));
}
