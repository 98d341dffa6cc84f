/** A pick face in base units. `reserved` is held for released tasks, `inbound` on its way from tasks already given out. */
export type PickFace = {
  bin: string;
  sku: string;
  min: number;
  max: number;
  onHand: number;
  reserved: number;
  inbound: number;
  /** What the next wave will take beyond what is reserved. */
  waveDemand: number;
  /** Whole packs only: how many base units one holds. */
  unitsPerPack: number;
};

export type ReplenishmentReason = "orders-wait" | "below-min" | "wave-needs-more";
/** One move from reserve to face, with the numbers that explain it. `short` is what the reserve lacks. */
export type ReplenishmentLine = {
  bin: string;
  sku: string;
  qty: number;
  short: number;
  reason: ReplenishmentReason;
  projected: number;
  min: number;
  max: number;
};

const urgency: Record<ReplenishmentReason, number> = { "orders-wait": 0, "below-min": 1, "wave-needs-more": 2 };

/** Which faces to fill from reserve, the most urgent first. Scarce reserve goes to them in that order. */
export function planReplenishment(faces: readonly PickFace[], reserve: ReadonlyMap<string, number>): ReplenishmentLine[] {
  const available = new Map(reserve);
  const due = faces.flatMap((face) => {
    const projected = face.onHand - face.reserved + face.inbound;
    const reason = reasonFor(face, projected);
    return reason === undefined ? [] : [{ face, projected, reason }];
  });
  due.sort(
    (one, other) => urgency[one.reason] - urgency[other.reason] || one.projected - one.face.min - (other.projected - other.face.min),
  );
  return due.flatMap(({ face, projected, reason }) => {
    const { bin, sku, min, max } = face;
    const wanted = wantedUnits(face, projected);
    const qty = wholePacks(Math.min(wanted, available.get(sku) ?? 0), face.unitsPerPack);
    available.set(sku, (available.get(sku) ?? 0) - qty);
    return wanted === 0 ? [] : [{ bin, sku, qty, short: wanted - qty, reason, projected, min, max }];
  });
}

function reasonFor({ min, waveDemand }: PickFace, projected: number): ReplenishmentReason | undefined {
  if (projected < 0) return "orders-wait";
  if (projected < min) return "below-min";
  return projected - waveDemand < min && waveDemand > 0 ? "wave-needs-more" : undefined;
}

/** Up to the maximum in whole packs; one pack even if it does not fit when orders wait for it. */
function wantedUnits({ max, unitsPerPack }: PickFace, projected: number): number {
  const whole = wholePacks(Math.max(0, max - projected), unitsPerPack);
  return whole === 0 && projected < 0 ? unitsPerPack : whole;
}

function wholePacks(units: number, unitsPerPack: number): number {
  return units - (units % unitsPerPack);
}
