export type DemoListing = {
  id: string;
  sku: string;
  title: string;
  status: "active" | "paused" | "blocked";
  priceCents: number;
  stock: number;
  margin: number;
  soldAtMs: number;
};

const titles = [
  "Chaleira elétrica 1,8 L",
  "Garrafa térmica 500 ml",
  "Panela de ferro 24 cm",
  "Moedor de café manual",
  "Balança de cozinha 5 kg",
  "Escorredor dobrável",
  "Jogo de facas, 6 peças",
  "Tábua de bambu",
  "Forma de silicone",
  "Luminária de mesa",
  "Ventilador de teto",
  "Tapete de yoga",
];
const statuses = ["active", "active", "paused", "active", "blocked"] as const;
const hourMs = 3_600_000;

export function makeListings(nowMs: number): DemoListing[] {
  return titles.map((title, index) => ({
    id: `lst_${index}`,
    sku: `CZ-${String(1040 + index * 17)}`,
    title,
    status: statuses[index % statuses.length] ?? "active",
    priceCents: 4_990 + index * 3_170,
    stock: (index * 37) % 60,
    margin: 0.08 + ((index * 5) % 17) / 100,
    soldAtMs: nowMs - index * index * hourMs,
  }));
}

export const salesByDay = [42, 51, 38, 64, 70, 58, 81, 77, 69, 92, 88, 97, 84, 110];
export const salesBefore = [40, 44, 41, 52, 55, 60, 61, 64, 70, 66, 72, 75, 80, 79];
