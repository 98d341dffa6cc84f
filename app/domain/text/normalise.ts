const marks = /\p{M}+/gu;
const beyondAscii = /[^ -~\s]/gu;
/** "muuuito" and "soooo" are louder, not other words. */
const drawnOut = /(\p{L})\1{2,}/gu;

/** Small letters without accents. Of ordinary letters each stays where it was, so that places in the text hold. */
export function foldText(text: string): string {
  return text.normalize("NFC").replaceAll(beyondAscii, plainSign).toLowerCase();
}

function plainSign(sign: string): string {
  const plain = sign.normalize("NFD").replaceAll(marks, "").toLowerCase();
  return plain.length === sign.length ? plain : sign;
}

/** How people shorten words where they type with thumbs. */
const shortForms: Readonly<Record<string, string>> = {
  n: "nao",
  ñ: "nao",
  naum: "nao",
  q: "que",
  vc: "voce",
  vcs: "voces",
  pq: "porque",
  mto: "muito",
  mt: "muito",
  mta: "muita",
  tb: "tambem",
  tbm: "tambem",
  p: "para",
  pra: "para",
  td: "tudo",
  hj: "hoje",
  u: "you",
  ur: "your",
  pls: "please",
};

export function plainWord(word: string): string {
  const known = Object.hasOwn(shortForms, word) ? shortForms[word] : undefined;
  return known ?? word.replace(drawnOut, "$1").replaceAll(/['’]/g, "");
}
