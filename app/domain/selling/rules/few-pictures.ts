import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

const enough = 3;

export const fewPictures: ListingRule = {
  id: "few-pictures",
  group: "quality",
  inputs: ["pictures"],
  condition: (facts) =>
    isOnSale(facts) && facts.pictures < enough
      ? figures(["pictures", facts.pictures], ["enough", enough], ["units30d", facts.units30d])
      : undefined,
  measure: { metric: "pictures", unit: "count", read: (facts) => facts.pictures, goal: () => enough },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(40, facts.units30d),
};
