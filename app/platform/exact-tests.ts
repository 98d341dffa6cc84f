const smallFactorials = [0, 0, Math.log(2), Math.log(6), Math.log(24), Math.log(120), Math.log(720), Math.log(5_040), Math.log(40_320)];

/** Stirling's series, good to twelve digits from nine on. */
function logFactorial(count: number): number {
  const known = smallFactorials[count];
  if (known !== undefined) return known;
  const logged = count * Math.log(count) - count + 0.5 * Math.log(2 * Math.PI * count);
  return logged + 1 / (12 * count) - 1 / (360 * count ** 3) + 1 / (1_260 * count ** 5);
}

function logChoose(from: number, taken: number): number {
  return logFactorial(from) - logFactorial(taken) - logFactorial(from - taken);
}

/** Adds terms that begin at one and only become smaller once they do, by the ratio of each to the one before. */
function sumFrom(firstLog: number, first: number, last: number, ratio: (at: number) => number): number {
  let term = Math.exp(firstLog);
  let sum = term;
  for (let at = first; at < last; at += 1) {
    const step = ratio(at);
    term *= step;
    sum += term;
    if (step < 1 && term < sum * 1e-13) break;
  }
  return Math.min(1, sum);
}

/**
 * How likely at least so many marked ones are among those drawn, when so many of all are marked and the draw is blind: Fisher's
 * exact test of two shares, one-sided.
 */
export function hypergeometricTail({ found, drawn, marked, all }: { found: number; drawn: number; marked: number; all: number }): number {
  const [least, most] = [Math.max(0, drawn + marked - all), Math.min(drawn, marked)];
  if (found <= least) return 1;
  if (found > most) return 0;
  const first = logChoose(marked, found) + logChoose(all - marked, drawn - found) - logChoose(all, drawn);
  return sumFrom(first, found, most, (at) => ((marked - at) * (drawn - at)) / ((at + 1) * (all - marked - drawn + at + 1)));
}

/** How likely at least so many of these come true when each does with this chance. */
export function binomialTail({ found, of, chance }: { found: number; of: number; chance: number }): number {
  if (found <= 0) return 1;
  if (found > of || chance <= 0) return 0;
  if (chance >= 1) return 1;
  const first = logChoose(of, found) + found * Math.log(chance) + (of - found) * Math.log1p(-chance);
  return sumFrom(first, found, of, (at) => ((of - at) / (at + 1)) * (chance / (1 - chance)));
}
