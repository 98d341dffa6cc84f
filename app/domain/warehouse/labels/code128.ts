/** Widths of bar, space, bar, space, bar, space in modules, by symbol value (ISO/IEC 15417, table 1). */
const patterns = `
  212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221
  223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
  112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131
  311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
  122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141
  214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232`
  .trim()
  .split(/\s+/);
const stop = "2331112";
const checkModulus = 103;

/** Stands for FNC1: it opens GS1 data and parts its elements, where scanners send it as ASCII 29. */
export const fnc1 = "\u001d";

/** A symbol's value, and how a ZPL printer wants to be told of it. */
type CodeSymbol = { value: number; zpl: string };
type Subset = "B" | "C";

const starts: Record<Subset, CodeSymbol> = { B: { value: 104, zpl: ">:" }, C: { value: 105, zpl: ">;" } };
const switches: Record<Subset, CodeSymbol> = { B: { value: 100, zpl: ">6" }, C: { value: 99, zpl: ">5" } };
const fnc1Symbol: CodeSymbol = { value: 102, zpl: ">8" };
/** These characters would be commands to the printer. */
const zplCharacters: Readonly<Record<string, string>> = { ">": ">0", "^": "><", "~": ">=" };

/** What one subset makes of the text from a place on: the symbol and how many characters it takes. */
function symbolAt(text: string, at: number, subset: Subset): { symbol: CodeSymbol; length: number } | undefined {
  const sign = text.charAt(at);
  if (sign === fnc1) return { symbol: fnc1Symbol, length: 1 };
  if (subset === "B") return { symbol: { value: sign.charCodeAt(0) - 32, zpl: zplCharacters[sign] ?? sign }, length: 1 };
  const pair = text.slice(at, at + 2);
  return /^\d\d$/.test(pair) ? { symbol: { value: Number(pair), zpl: pair }, length: 2 } : undefined;
}

/** The shortest row of symbols for a text; undefined when it holds what Code 128 B and C cannot say. */
function symbolsOf(text: string): CodeSymbol[] | undefined {
  if (text === "" || /[^ -~]/.test(text.replaceAll(fnc1, ""))) return undefined;
  const costs = costsOf(text);
  const costOf = (subset: Subset, at: number) => costs[subset][at] ?? Infinity;
  let subset: Subset = costOf("C", 0) <= costOf("B", 0) ? "C" : "B";
  const symbols = [starts[subset]];
  let at = 0;
  while (at < text.length) {
    const here = symbolAt(text, at, subset);
    if (here === undefined || costOf(subset, at) < 1 + costOf(subset, at + here.length)) {
      subset = subset === "B" ? "C" : "B";
      symbols.push(switches[subset]);
      continue;
    }
    symbols.push(here.symbol);
    at += here.length;
  }
  return symbols;
}

/** How many symbols the rest of the text takes at least, by the subset in force at each place. */
function costsOf(text: string): Record<Subset, number[]> {
  const costs: Record<Subset, number[]> = { B: [], C: [] };
  costs.B[text.length] = 0;
  costs.C[text.length] = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const stay = (subset: Subset) => {
      const here = symbolAt(text, at, subset);
      return here === undefined ? Infinity : 1 + (costs[subset][at + here.length] ?? Infinity);
    };
    const [inB, inC] = [stay("B"), stay("C")];
    costs.B[at] = Math.min(inB, inC + 1);
    costs.C[at] = Math.min(inC, inB + 1);
  }
  return costs;
}

/**
 * Widths of bars and spaces by turns, in modules, from the first bar to the last. Ten modules stay blank on either side,
 * which whoever draws them adds. Undefined for characters other than printable ASCII and `fnc1`.
 */
export function code128Bars(text: string): number[] | undefined {
  const symbols = symbolsOf(text);
  if (symbols === undefined) return undefined;
  const sum = symbols.reduce((total, { value }, index) => total + value * Math.max(index, 1), 0);
  const values = [...symbols.map(({ value }) => value), sum % checkModulus];
  return Array.from(values.map((value) => patterns[value]).join("") + stop, Number);
}

/** The same symbols as a ZPL printer is told them, so that its code is as wide as `code128Bars` says. */
export function code128Zpl(text: string): string | undefined {
  return symbolsOf(text)
    ?.map(({ zpl }) => zpl)
    .join("");
}
