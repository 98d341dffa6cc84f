import { analyseByRules } from "#app/domain/listing-analysis/analyse-by-rules.ts";
import { labelledListings } from "#app/domain/listing-analysis/evals/testing/labelled-listings.ts";
import { evaluateListings } from "#app/domain/listing-analysis/evals/listing-analysis.eval.ts";
import type { Result } from "./result.ts";
import { round } from "./statistics.ts";

/** How well rules alone judge the labelled listings, language by language. */
export async function runListingEval(): Promise<Result[]> {
  const languages = ["pt", "en"] as const;
  const results = await Promise.all(
    languages.map(async (language) => {
      const { listings, ...scores } = await evaluateListings(
        analyseByRules,
        labelledListings.filter((one) => one.language === language),
      );
      const shares = Object.entries(scores).map(([name, value]) => ({
        name: `eval-listings/${language}/${name}`,
        value: round(value, 3),
        unit: "share",
      }));
      return [{ name: `eval-listings/${language}`, value: listings, unit: "listings" }, ...shares];
    }),
  );
  return results.flat();
}
