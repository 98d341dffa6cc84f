/** Numbers as they are typed, scanned or pasted from a sheet: one a line, or with commas, semicolons or tabs between them. */
export function splitSerials(text: string): string[] {
  return text.split(/[\s,;]+/).filter((one) => one !== "");
}

/** Those that stand there more than once, each named once. */
export function repeatedSerials(serials: readonly string[]): string[] {
  return [...new Set(serials.filter((serial, index) => serials.indexOf(serial) !== index))];
}
