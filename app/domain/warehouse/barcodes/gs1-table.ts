/** What may follow an application identifier (AI), by the GS1 General Specifications, section 3. */
export type Gs1Rule = {
  minLength: number;
  maxLength: number;
  characters: "digits" | "text";
  /** How many leading digits end in a check digit. */
  checked?: number;
  /** The first digits are a day, a day and a time, or a country of three digits. */
  begins?: "day" | "time" | "country";
  /** Of a number written without its decimal sign. */
  decimals?: number;
};

function digits(minLength: number, maxLength = minLength): Gs1Rule {
  return { minLength, maxLength, characters: "digits" };
}

function text(maxLength: number): Gs1Rule {
  return { minLength: 1, maxLength, characters: "text" };
}

function key(length: number, checked = length): Gs1Rule {
  return { ...digits(length), checked };
}

const day: Gs1Rule = { ...digits(6), begins: "day" };

/** The fourth digit of these says how many decimals the number has. */
function withDecimals(prefixes: readonly string[], rule: Gs1Rule, most: number): [string, Gs1Rule][] {
  const places = Array.from({ length: most + 1 }, (_, decimals) => decimals);
  return prefixes.flatMap((prefix) => places.map((decimals): [string, Gs1Rule] => [prefix + String(decimals), { ...rule, decimals }]));
}

const netMeasures = ["310", "311", "312", "313", "314", "315", "316", "320"];
const grossMeasures = ["330", "331", "332", "333", "334", "335", "336", "340"];
const internal = Array.from({ length: 9 }, (_, index): [string, Gs1Rule] => [String(91 + index), text(90)]);

const rules: ReadonlyMap<string, Gs1Rule> = new Map<string, Gs1Rule>([
  ["00", key(18)],
  ["01", key(14)],
  ["02", key(14)],
  ["10", text(20)],
  ["11", day],
  ["12", day],
  ["13", day],
  ["15", day],
  ["16", day],
  ["17", day],
  ["20", digits(2)],
  ["21", text(20)],
  ["22", text(20)],
  ["30", digits(1, 8)],
  ["37", digits(1, 8)],
  ["240", text(30)],
  ["241", text(30)],
  ["242", digits(1, 6)],
  ["243", text(20)],
  ["250", text(30)],
  ["251", text(30)],
  ["254", text(20)],
  ...withDecimals([...netMeasures, ...grossMeasures], digits(6), 5),
  ...withDecimals(["390", "392"], digits(1, 15), 9),
  ...withDecimals(["391", "393"], { ...digits(4, 18), begins: "country" }, 9),
  ...withDecimals(["394"], digits(4), 3),
  ...withDecimals(["395"], digits(6), 5),
  ["400", text(30)],
  ["401", text(30)],
  ["402", key(17)],
  ["403", text(30)],
  ...["410", "411", "412", "413", "414", "415", "416", "417"].map((ai): [string, Gs1Rule] => [ai, key(13)]),
  ["420", text(20)],
  ["421", { ...text(12), minLength: 4, begins: "country" }],
  ["422", { ...digits(3), begins: "country" }],
  ["426", { ...digits(3), begins: "country" }],
  ["7003", { ...digits(10), begins: "time" }],
  ["8005", digits(6)],
  ["8006", key(18, 14)],
  ["8008", { ...digits(8, 12), begins: "time" }],
  ["8017", key(18)],
  ["8018", key(18)],
  ["8020", text(25)],
  ["90", text(30)],
  ...internal,
]);

const aiLengths = [2, 3, 4];

/** The AI that stands at a place: no AI begins with another one, so the first that fits is it. */
export function aiAt(text: string, position: number): string | undefined {
  return aiLengths.map((length) => text.slice(position, position + length)).find((ai) => rules.has(ai));
}

export function ruleOf(ai: string): Gs1Rule | undefined {
  return rules.get(ai);
}

const predefined = new Set("00 01 02 03 04 11 12 13 14 15 16 17 18 19 20 31 32 33 34 35 36 41".split(" "));

/** These end by their length alone. All others need a separator before what follows, also those of one length. */
export function isPredefinedLength(ai: string): boolean {
  return predefined.has(ai.slice(0, 2));
}
