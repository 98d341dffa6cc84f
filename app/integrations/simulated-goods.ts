/** Goods that the simulated shops of several vendors sell, so that the same thing can be found on two marketplaces. */
export type SimulatedGood = {
  /** Counts the goods of a shop: the same number is the same good at every vendor. */
  number: number;
  sku: string;
  gtin: string;
  title: string;
  brand: string;
  category: GoodsCategory;
  /** What sets this one apart: a colour, a voltage, a size. */
  option: string;
  priceCents: number;
  weightGrams: number;
  description: string;
  attributes: { key: string; name: string; value: string }[];
  imageCount: number;
  /** How well it sells: 1 is average. */
  popularity: number;
};

export type GoodsCategory = "cozinha" | "organizacao" | "cama-mesa-banho" | "ferramentas" | "iluminacao" | "jardim" | "pet" | "escritorio";

type Family = {
  name: string;
  category: GoodsCategory;
  code: string;
  options: readonly string[];
  optionKey: string;
  cents: number;
  grams: number;
};

const colours = ["Preto", "Branco", "Inox", "Vermelho", "Azul-marinho"] as const;
const volts = ["127 V", "220 V"] as const;
const sizes = ["P", "M", "G"] as const;

const families: readonly Family[] = [
  {
    name: "Chaleira elétrica 1,8 L",
    category: "cozinha",
    code: "CHAL18",
    options: volts,
    optionKey: "Voltagem",
    cents: 18_990,
    grams: 1_100,
  },
  {
    name: "Jogo de panelas antiaderente 7 peças",
    category: "cozinha",
    code: "PAN7",
    options: colours,
    optionKey: "Cor",
    cents: 34_990,
    grams: 6_200,
  },
  { name: "Faca de chef 8 polegadas", category: "cozinha", code: "FACA8", options: colours, optionKey: "Cor", cents: 8_990, grams: 260 },
  { name: "Garrafa térmica 1 litro", category: "cozinha", code: "TERM1", options: colours, optionKey: "Cor", cents: 11_990, grams: 620 },
  { name: "Moedor de café manual", category: "cozinha", code: "MOED", options: colours, optionKey: "Cor", cents: 14_990, grams: 540 },
  {
    name: "Kit potes herméticos 10 unidades",
    category: "organizacao",
    code: "POTE10",
    options: colours,
    optionKey: "Cor",
    cents: 9_990,
    grams: 1_450,
  },
  {
    name: "Organizador de gaveta ajustável",
    category: "organizacao",
    code: "GAV",
    options: sizes,
    optionKey: "Tamanho",
    cents: 5_990,
    grams: 480,
  },
  {
    name: "Cabideiro de parede 6 ganchos",
    category: "organizacao",
    code: "CAB6",
    options: colours,
    optionKey: "Cor",
    cents: 7_490,
    grams: 900,
  },
  {
    name: "Toalha de banho 100% algodão",
    category: "cama-mesa-banho",
    code: "TOAL",
    options: colours,
    optionKey: "Cor",
    cents: 4_990,
    grams: 450,
  },
  {
    name: "Jogo de lençol queen 400 fios",
    category: "cama-mesa-banho",
    code: "LENQ",
    options: colours,
    optionKey: "Cor",
    cents: 21_990,
    grams: 1_800,
  },
  {
    name: "Parafusadeira a bateria 12 V",
    category: "ferramentas",
    code: "PARA12",
    options: volts,
    optionKey: "Voltagem",
    cents: 27_990,
    grams: 1_300,
  },
  {
    name: "Jogo de chaves de precisão 32 em 1",
    category: "ferramentas",
    code: "CHP32",
    options: colours,
    optionKey: "Cor",
    cents: 4_490,
    grams: 210,
  },
  {
    name: "Luminária de mesa LED articulada",
    category: "iluminacao",
    code: "LUMA",
    options: colours,
    optionKey: "Cor",
    cents: 12_990,
    grams: 980,
  },
  {
    name: "Fita LED 5 metros com controle",
    category: "iluminacao",
    code: "FITA5",
    options: volts,
    optionKey: "Voltagem",
    cents: 6_990,
    grams: 240,
  },
  {
    name: "Mangueira flexível 20 metros",
    category: "jardim",
    code: "MANG20",
    options: colours,
    optionKey: "Cor",
    cents: 9_490,
    grams: 2_100,
  },
  { name: "Vaso autoirrigável", category: "jardim", code: "VASO", options: sizes, optionKey: "Tamanho", cents: 3_990, grams: 350 },
  { name: "Comedouro elevado para cães", category: "pet", code: "COME", options: sizes, optionKey: "Tamanho", cents: 8_490, grams: 1_200 },
  {
    name: "Arranhador para gatos com toca",
    category: "pet",
    code: "ARRA",
    options: sizes,
    optionKey: "Tamanho",
    cents: 19_990,
    grams: 3_900,
  },
  {
    name: "Suporte para notebook em alumínio",
    category: "escritorio",
    code: "SUPN",
    options: colours,
    optionKey: "Cor",
    cents: 10_990,
    grams: 1_050,
  },
  {
    name: "Cadeira de escritório ergonômica",
    category: "escritorio",
    code: "CADE",
    options: colours,
    optionKey: "Cor",
    cents: 79_990,
    grams: 13_500,
  },
];
const brands = ["Casa Brasil", "Doméstika", "Serra Azul", "Nativa", "Oficina do Lar", "Vento Sul"] as const;

/** The good with this number: the same on every machine and at every vendor. */
export function simulatedGood(number: number): SimulatedGood {
  const family = pick(families, number);
  const brand = pick(brands, Math.floor(number / families.length));
  const round = Math.floor(number / families.length);
  const option = pick(family.options, round);
  const priceCents = family.cents + ((number * 37) % 11) * 500 + (round % 4) * 1_000;
  return {
    number,
    sku: `${family.code}-${String(round + 1).padStart(3, "0")}-${option
      .replaceAll(/[^\dA-Za-z]/g, "")
      .slice(0, 4)
      .toUpperCase()}`,
    gtin: gtinOf(number),
    title: `${family.name} ${brand} ${option}`,
    brand,
    category: family.category,
    option,
    priceCents,
    weightGrams: family.grams,
    description: `${family.name} da ${brand}. ${family.optionKey}: ${option}. Garantia de 12 meses, nota fiscal e envio em até 24 horas úteis.`,
    attributes: [
      { key: "BRAND", name: "Marca", value: brand },
      { key: "MODEL", name: "Modelo", value: `${family.code} ${round + 1}` },
      {
        key: family.optionKey === "Cor" ? "COLOR" : family.optionKey === "Voltagem" ? "VOLTAGE" : "SIZE",
        name: family.optionKey,
        value: option,
      },
    ],
    imageCount: 1 + ((number * 7) % 6),
    popularity: 0.15 + ((number * 13) % 17 === 0 ? 6 : ((number * 29) % 10) / 8),
  };
}

/** A valid EAN-13 with Brazil's prefix. */
function gtinOf(number: number): string {
  const body = `789${String(1_000_000 + (number % 9_000_000)).padStart(9, "0")}`;
  const sum = Array.from(body).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

/** A tile in the colour of the good, so that pages have something to show without the internet. */
export function simulatedPicture(good: number, index: number): string {
  const hue = (good * 47 + index * 25) % 360;
  const { title } = simulatedGood(good);
  const words = title.split(" ").slice(0, 2).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="hsl(${hue} 45% 88%)"/><circle cx="200" cy="170" r="90" fill="hsl(${hue} 45% 62%)"/><text x="200" y="330" font-family="system-ui,sans-serif" font-size="28" text-anchor="middle" fill="hsl(${hue} 40% 25%)">${words}</text></svg>`;
}
