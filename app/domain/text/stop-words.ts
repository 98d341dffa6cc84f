import type { Language } from "./language.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that hold sentences together and say nothing about goods, folded. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  pt: words(`a o as os um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sob sobre ate desde
    que quem qual quais quando onde como porque pois se e ou nem mas porem eu tu ele ela nos eles elas voce voces me te lhe minha meu
    minhas meus seu sua seus suas nosso nossa esse essa esses essas este esta estes estas isso isto aquele aquela aquilo ja ainda
    tambem so apenas muito muita muitos muitas mais menos bem mal tao tanto bastante pouco foi era sou ser sido estava esta estou
    estao ficou fica ficar tem tinha ter tive teve tenho ha houve vai vou foram fui vem veio vir vieram sao depois antes agora hoje
    ontem sempre nunca nao sim la ai aqui ali todo toda todos todas tudo nada cada outro outra mesmo mesma entao assim ao aos dia dias
    pra pro num numa dele dela deles delas acho achei fazer fez faz pode deu dar der dando quase alem durante apos entre`),
  en: words(`a an the this that these those i you he she it we they me him her us them my your his its our their mine yours is am are
    was were be been being do does did doing have has had having will would can could should may might must of in on at by for with
    about against between into through during before after above below to from up down out off over under again further then once
    here there when where why how all any both each few more most other some such no nor not only own same so than too very just and
    but if or because as until while also even still really quite got get gets one dont didnt doesnt isnt wasnt cant couldnt wont im ive
    its thats ill id since though yet ever never always now day days what which who whom think thought`),
};

/** What every buyer writes about anything. */
export const emptyTopics: ReadonlySet<string> = words(`produto produtos item itens compra comprei comprar recebi receber chegou chegar
  pedido anuncio loja vendedor gente pessoa coisa vez vezes pessimo ruim horrivel bom otimo gostei recomendo product products item
  items bought buy buying purchase received receive arrived order seller store thing things people time times bad terrible awful good
  great recommend star stars estrela estrelas dinheiro money dei ate nota usar usei uso use used using`);
