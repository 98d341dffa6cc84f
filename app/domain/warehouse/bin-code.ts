const binCode = /^(?=.{1,20}$)[A-Z0-9]+(-[A-Z0-9]+)*$/;

/** Letters and digits in parts joined by hyphens, such as A-02-04: what labels, scanners and people can all say. */
export function isBinCode(text: string): boolean {
  return binCode.test(text);
}
