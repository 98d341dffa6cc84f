import type { Language } from "./language.ts";

/** From -3 to 3, by how buyers mean them; folded, any form of a word stands for all. */
export const polarityWords: Readonly<Record<Language, readonly (readonly [weight: number, words: string])[]>> = {
  pt: [
    [3, "perfeito excelente maravilhoso impecavel fantastico sensacional incrivel amei top"],
    [2, "otimo adorei recomendo lindo bonito gostei satisfeito surpreendeu parabens confiavel caprichado eficiente melhor"],
    [1.5, "bom boa rapido certinho correto original resistente pratico confortavel bacana legal forte seguro justo adequado funciona"],
    [
      -1.5,
      "demorado demora lento fraco fragil apertado curto frouxo mole fino caro desconfortavel duro dificil confuso errado diferente menor pequeno sujo velho usado manchado desbotado barulhento pesado complicado",
    ],
    [
      -2,
      "ruim mal atrasado defeito problema quebrado rasgado amassado riscado torto solto danificado avariado vaza falso enganoso faltando incompleto insatisfeito decepcao decepcionado decepcionante desisti devolvi devolver devolucao reclamacao inutil pior",
    ],
    [-3, "pessimo horrivel lixo porcaria terrivel golpe fraude odiei detestei vergonha absurdo perigoso choque explodiu queimou"],
  ],
  en: [
    [3, "perfect excellent amazing fantastic wonderful outstanding flawless awesome superb"],
    [2, "great love loved recommend beautiful happy satisfied impressed reliable best pleased lovely delighted"],
    [1.5, "good nice fast quick comfortable sturdy solid correct genuine works fine easy secure accurate decent strong"],
    [
      -1.5,
      "slow weak flimsy tight short loose thin expensive uncomfortable stiff hard difficult confusing wrong different smaller small dirty old used stained faded noisy loud heavy tiny cheaply cheap",
    ],
    [
      -2,
      "bad poor late defective problem issue broken torn crushed dented scratched bent damaged leaks fake misleading missing incomplete disappointed disappointing disappointment returned returning refund complaint useless worse cracked faulty",
    ],
    [-3, "terrible horrible awful garbage trash junk scam fraud hate hated disgusting shame dangerous shock exploded burned burnt worst"],
  ],
};

/** These turn round what follows them. */
export const negations: Readonly<Record<Language, ReadonlySet<string>>> = {
  pt: new Set("nao nem nunca jamais sem nenhum nenhuma nada tampouco".split(" ")),
  en: new Set(
    "not no never without none nothing hardly barely cannot cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt hasnt havent hadnt aint".split(
      " ",
    ),
  ),
};

/** How much louder, or softer, the next word gets. */
export const louder: Readonly<Record<string, number>> = {
  muito: 1.3,
  muita: 1.3,
  super: 1.4,
  extremamente: 1.5,
  totalmente: 1.4,
  bem: 1.2,
  demais: 1.3,
  pouco: 0.6,
  very: 1.3,
  extremely: 1.5,
  really: 1.3,
  totally: 1.4,
  completely: 1.4,
  so: 1.2,
  too: 1.3,
  slightly: 0.6,
  little: 0.7,
};

/** Where somebody could come to harm, whatever the stars say. */
export const dangerWords: Readonly<Record<Language, string>> = {
  pt: "choque queimou queimando fogo incendio explodiu derreteu fumaca faisca curto-circuito cortou machucou alergia toxico",
  en: "shock burned burning fire exploded melted smoke sparks sparking electrocuted injured allergic toxic hazard",
};
