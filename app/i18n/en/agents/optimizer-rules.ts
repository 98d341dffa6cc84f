/** What each rule of this agent is called, says of what it saw, and expects of what it proposes. */
export const optimizerRules = {
  optimizer_reslot: {
    title: "Move goods to a better shelf",
    says: "Carry {{units}} × {{sku}} from {{fromBin}} to {{toBin}}. Saves {{metresPerDay}} m of walking a day, takes {{minutesToMove}} min, and pays back in {{paysBackDays}} days.",
    effect: "{{metresPerDay}} m less walking a day; {{minutesToMove}} min of carrying; paid back in {{paysBackDays}} days.",
  },
  "optimizer_reslot-swap": {
    title: "Let two goods change places",
    says: "Step {{step}} of {{steps}} of changing places with {{otherSku}}: carry {{units}} × {{sku}} from {{fromBin}} to {{toBin}}. The whole exchange saves {{metresPerDay}} m of walking a day, takes {{minutesToMove}} min, and pays back in {{paysBackDays}} days.",
    effect:
      "All steps together: {{metresPerDay}} m less walking a day; {{minutesToMove}} min of carrying; paid back in {{paysBackDays}} days.",
  },
  "optimizer_reslot-found": {
    title: "A better order of the shelves",
    says: "In {{zone}}, {{moves}} moves would shorten the walks from {{metresPerDayBefore}} m to {{metresPerDayAfter}} m a day. That is {{metresPerDay}} m a day for {{minutesToMove}} min of carrying, measured on {{orders}} orders of the last {{days}} days.",
  },
  "optimizer_reslot-settled": {
    title: "The shelves are well ordered",
    says: "In {{zone}}, no move pays for itself within {{payBackDays}} days. {{orders}} orders were walked again, {{metresPerOrder}} m each on average.",
  },
  "optimizer_reslot-too-little": {
    title: "Too few orders to judge the shelves",
    says: "There were {{orders}} orders; at least {{least}} are needed before moving goods is worth a thought.",
  },
  "optimizer_reslot-no-plan": {
    title: "The zone has no plan",
    says: "None of the {{bins}} bins of {{zone}} has an aisle, so walks there cannot be measured. Give the bins aisles and places.",
  },
  "optimizer_reslot-no-spare": {
    title: "No empty shelf to swap over",
    says: "In {{zone}}, changing two goods' places would save walking, but no empty shelf can hold either of them meanwhile.",
  },
  "optimizer_reslot-stays-no-place": {
    title: "Goods without a known place",
    says: "{{skus}} SKUs lie in bins without an aisle and were left there: {{examples}}.",
  },
  "optimizer_reslot-stays-spread": {
    title: "Goods in several places",
    says: "{{skus}} SKUs lie on several shelves or in reserve only and were left there: {{examples}}.",
  },
  "optimizer_reslot-stays-mixed": {
    title: "Goods that share a shelf",
    says: "{{skus}} SKUs share a shelf with other goods, lots or plates and were left there: {{examples}}.",
  },
  "optimizer_reslot-stays-expiring": {
    title: "Goods that end soon",
    says: "{{skus}} SKUs have lots that end before carrying them would have paid off, and stayed where they are: {{examples}}.",
  },
  "optimizer_reslot-stays-reserved": {
    title: "Goods promised to orders",
    says: "{{skus}} SKUs are promised to orders and were left where they are: {{examples}}.",
  },
  "optimizer_reslot-stays-on-hold": {
    title: "Goods on hold or damaged",
    says: "{{skus}} SKUs are on hold or damaged and were left where they are: {{examples}}.",
  },
  "optimizer_reslot-stays-blocked": {
    title: "Goods in blocked bins",
    says: "{{skus}} SKUs lie in blocked bins and were left there: {{examples}}.",
  },
  "optimizer_reslot-stays-busy": {
    title: "Goods somebody works on",
    says: "{{skus}} SKUs lie where a task is open and were left there: {{examples}}.",
  },
  "optimizer_replenish-orders-wait": {
    title: "Refill a shelf that orders wait for",
    says: "Bring {{units}} × {{sku}} from {{fromBin}} to {{toBin}} now: more is promised than the shelf has.",
    effect: "Then {{unitsAfter}} units are there beyond what is promised, enough for {{daysOfCover}} days.",
  },
  "optimizer_replenish-below-min": {
    title: "Refill a shelf that runs low",
    says: "Bring {{units}} × {{sku}} from {{fromBin}} to {{toBin}}: {{unitsThere}} are left, {{unitsPerDay}} go a day, and it should never hold fewer than {{min}}.",
    effect: "Then {{unitsAfter}} units are there, enough for {{daysOfCover}} days.",
  },
  "optimizer_replenish-wave": {
    title: "Refill a shelf before the next wave",
    says: "Bring {{units}} × {{sku}} from {{fromBin}} to {{toBin}}: {{unitsThere}} are there, and waiting orders ask for {{unitsWaiting}}.",
    effect: "Then {{unitsAfter}} units are there, enough for {{daysOfCover}} days.",
  },
  "optimizer_reserve-short": {
    title: "The reserve runs out",
    says: "For {{skus}} SKUs the reserve has less than their shelves need: {{examples}}. Buy or transfer some.",
  },
  "optimizer_replenish-no-face": {
    title: "Goods without a shelf",
    says: "Orders wait for {{skus}} SKUs that lie in reserve and have no shelf of their own: {{examples}}.",
  },
  "optimizer_release-wave": {
    title: "Release waiting orders",
    says: "{{waiting}} orders can be served now, the oldest waits for {{oldestWaitsMinutes}} min. Release {{orders}} of them with {{lines}} lines as one wave: {{walks}} walks of {{metresTogether}} m instead of {{metresOneByOne}} m one by one.",
    effect: "{{orders}} orders, {{walks}} walks, {{metresSaved}} m less than one by one.",
  },
  "optimizer_wave-waits": {
    title: "Orders are gathered still",
    says: "{{waiting}} orders wait, the oldest for {{oldestWaitsMinutes}} min. They are released together from {{least}} orders or {{mostMinutes}} min on.",
  },
  "optimizer_wave-cannot": {
    title: "Orders that cannot be served now",
    says: "{{orders}} waiting orders were left out: not ready, without a product, or more than lies here unpromised: {{examples}}.",
  },
  optimizer_unseen: {
    title: "Zones not looked at",
    says: "{{zones}} zones did not answer or could not be looked at this time: {{examples}}.",
  },
} as const;
