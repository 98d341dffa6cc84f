const form = /^pk_[\w-]{8,60}$/;

/** It stands in everybody's pages: long enough that nobody meets another's by chance, short enough to read out. */
export function publicKeyOf(token: string): string {
  return `pk_${token.slice(-24)}`;
}

export function looksLikePublicKey(text: string): boolean {
  return form.test(text);
}
