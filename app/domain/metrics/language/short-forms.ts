import { type Word, wordKey } from "./words.ts";

/** How people shorten words where they type in a hurry, between commas: one form, or some, and what they stand for. */
const either = `
  hj hoje, qnt quanto, qnts quantos, qntos quantos, qntas quantas, pq por que, qto quanto, qta quanta, qtos quantos, qts quantos, qtas quantas, fat faturamento, qtde quantidade, qt quantidade,
  unid unidades, unids unidades, und unidades, pcs pecas, prod produto, prods produtos, ult ultimo, ults ultimos, vlr valor, tx taxa,
  ped pedido, peds pedidos, vc voce, vcs voces, tb tambem, tbm tambem, td tudo, msm mesmo, dps depois, agr agora, tri trimestre,
  trim trimestre, estq estoque, marg margem, tkt ticket, canc cancelados, pgto pagamento, oq o que, oque o que, bora vamos, p/ para, c/ com, s/ sem, w/o without, > more than, < less than, >= at least, <= at most, ≥ at least, ≤ at most, w/ with,
  avg average, rev revenue, qty quantity, wk week, wks weeks, mth month, mths months, mo month, yr year, yrs years, qtr quarter,
  qtrs quarters, yday yesterday, prev previous, incl including, excl excluding, pct percent, inv inventory, conv conversion
`;
const portuguese = "qtd quantidade, un unidades, seg segunda, qua quarta, qui quinta, sex sexta, sab sabado, dom domingo, q que";
const english =
  "ppl people, u you, ur your, r are, tues tuesday, thur thursday, thurs thursday, weds wednesday, ths this, teh the, wat what, wich which, n and";

function formsOf(...texts: string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    texts.flatMap((text) =>
      text.split(",").map((one): [string, string[]] => {
        const [short = "", ...long] = one.trim().split(/\s+/);
        return [short, long];
      }),
    ),
  );
}

const inEnglish = formsOf(either, english);
const inPortuguese = formsOf(either, portuguese);

/** "Me diz aí": said to somebody and not of artificial intelligence, which is "ai" as well where accents are left out. */
const asked: ReadonlySet<string> = new Set("diz fala mostra manda passa conta ve olha traz veja diga fale mostre".split(" "));

function isCall({ raw, text, isQuoted }: Word, before: Word | undefined): boolean {
  return !isQuoted && text === "ai" && (/\u00ed/i.test(raw.normalize("NFC")) || asked.has(before?.text ?? ""));
}

/** The same words with what was shortened written out; where they stand in the question stays as it was. */
export function writtenOut(words: readonly Word[], isEnglish: boolean): Word[] {
  const forms = isEnglish ? inEnglish : inPortuguese;
  return words.flatMap((word, index) => {
    if (!isEnglish && isCall(word, words[index - 1])) return [];
    const top = /^top(\d{1,3})$/.exec(word.text)?.[1];
    const long = word.isQuoted ? undefined : top === undefined ? forms.get(word.text) : ["top", top];
    return long === undefined ? [word] : long.map((text) => ({ ...word, text, key: wordKey(text) }));
  });
}
