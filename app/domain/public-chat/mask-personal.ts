const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Eight digits and more, however they are cut: telephones, cards, CPF. */
const longNumber = /\+?\d(?:[\s().-]{0,2}\d){7,}/g;

/** What somebody may have typed of themselves is not kept. */
export function maskPersonal(text: string): string {
  return text.replaceAll(address, "[…@…]").replaceAll(longNumber, "[…]");
}
