import type { AnalysisFacts } from "../facts.ts";
import { contactData, textRules } from "../marketplace-texts.ts";
import type { AnalysisPoint, PointChange } from "../result.ts";
import { sourceText, tellsBuyers } from "../source-text.ts";
import { voltagesIn } from "../words.ts";
import { evidence, point } from "./point.ts";

const attributeHints = /TS_MAIN|TECHNICAL|attribute|brand/i;
const mostHints = 3;

export function attributePoints(facts: AnalysisFacts): AnalysisPoint[] {
  const { listing, product } = facts;
  const { attributes: least } = textRules[listing.vendor];
  const found: AnalysisPoint[] = [];
  for (const issue of (listing.quality?.issues ?? []).filter(({ key }) => attributeHints.test(key)).slice(0, mostHints)) {
    const said = evidence("vendor", issue.key, issue.text);
    const severity = issue.harmful ? "wrong" : "watch";
    found.push(point("attributes", "attribute-hint", { severity, facts: { text: issue.text }, evidence: [said], about: issue.key }));
  }
  const filled = listing.attributes.filter(({ value }) => value.trim() !== "").length;
  if (filled < least) {
    const limit = [evidence("field", "attributes", filled), evidence("rule", "attributes-least", least)];
    found.push(point("attributes", "attributes-few", { severity: "wrong", facts: { count: filled, least }, evidence: limit }));
  }
  if (listing.gtin === null)
    found.push(point("attributes", "gtin-missing", { severity: "watch", evidence: [evidence("rule", "gtin", "GTIN / EAN")] }));
  const names = new Set(listing.attributes.map(({ name }) => name.trim().toLowerCase()));
  const unused = (product?.attributes ?? []).filter((one) => tellsBuyers(one) && !names.has(one.name.trim().toLowerCase()));
  if (unused.length > 0) {
    const named = unused.slice(0, 5).map(({ name, value }) => `${name}: ${value}`);
    const known = named.map((line) => evidence("product", "attributes", line));
    found.push(
      point("attributes", "attributes-known", {
        severity: "watch",
        facts: {
          count: unused.length,
          names: unused
            .slice(0, 5)
            .map(({ name }) => name)
            .join(", "),
        },
        evidence: known,
      }),
    );
  }
  return [...found, ...contradictions(facts)];
}

/** The title says one voltage and the details another: whoever buys it gets the wrong one, and claims. */
function contradictions({ listing }: AnalysisFacts): AnalysisPoint[] {
  const inTitle = voltagesIn(listing.title);
  const named = listing.attributes.find(({ value }) => voltagesIn(value).size > 0);
  if (inTitle.size === 0 || named === undefined || inTitle.has("bivolt")) return [];
  const isSame = [...voltagesIn(named.value)].some((volts) => volts === "bivolt" || inTitle.has(volts));
  if (isSame) return [];
  const both = [evidence("field", "title", listing.title), evidence("field", named.name, `${named.name}: ${named.value}`)];
  return [
    point("attributes", "voltage-differs", {
      severity: "wrong",
      facts: { title: [...inTitle].join(", "), attribute: named.value },
      evidence: both,
    }),
  ];
}

export function photoPoints({ listing }: AnalysisFacts): AnalysisPoint[] {
  const { pictures: least } = textRules[listing.vendor];
  const count = listing.pictures;
  const limit = [evidence("field", "pictures", count), evidence("rule", "pictures-least", least)];
  if (count < least)
    return [point("photos", "photos-few", { severity: count === 0 ? "wrong" : "watch", facts: { count, least }, evidence: limit })];
  return [];
}

export function descriptionPoints(facts: AnalysisFacts, best: string | null): AnalysisPoint[] {
  const { listing, questions } = facts;
  const { descriptionLeast: least } = textRules[listing.vendor];
  const description = listing.description ?? "";
  const change: PointChange | null = best === null ? null : { kind: "description", text: best };
  const found: AnalysisPoint[] = [];
  const length = description.trim().length;
  if (length < least) {
    const limit = [evidence("field", "description", description === "" ? "—" : description), evidence("rule", "description-least", least)];
    found.push(
      point("description", length === 0 ? "description-missing" : "description-short", {
        severity: "wrong",
        facts: { length, least },
        evidence: limit,
        change,
      }),
    );
  }
  const contact = contactData(description);
  if (contact !== null) {
    found.push(
      point("description", "description-contact", {
        severity: "wrong",
        facts: { text: contact },
        evidence: [evidence("field", "description", contact)],
        change,
      }),
    );
  }
  const missing = listing.attributes.filter(
    (one) => tellsBuyers(one) && !description.toLowerCase().includes(one.value.trim().toLowerCase()),
  );
  if (length >= least && missing.length >= 3) {
    const named = missing.slice(0, 3).map(({ name, value }) => evidence("field", name, `${name}: ${value}`));
    found.push(
      point("description", "description-lacks-details", {
        severity: "hint",
        facts: {
          count: missing.length,
          names: missing
            .slice(0, 3)
            .map(({ name }) => name)
            .join(", "),
        },
        evidence: named,
        change,
      }),
    );
  }
  const unsaid = questions.filter(({ answer }) => answer !== null && !sourceSays({ ...facts, questions: [] }, answer));
  if (unsaid.length >= 2) {
    const quoted = unsaid.slice(0, 3).map(({ id, text }) => evidence("question", id, text));
    found.push(point("description", "description-asked", { severity: "watch", facts: { count: unsaid.length }, evidence: quoted, change }));
  }
  return found;
}

function sourceSays(facts: AnalysisFacts, answer: string): boolean {
  return sourceText(facts).toLowerCase().includes(answer.trim().toLowerCase());
}
