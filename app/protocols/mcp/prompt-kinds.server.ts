import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { listProducts } from "#app/domain/catalog/list-products.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { metricAreas, metricIds } from "#app/domain/metrics/kinds.ts";

type Argument = {
  name: string;
  isRequired: boolean;
  /** Stands where nobody said anything. */
  usual: string;
  complete: ((ctx: ServiceContext, text: string) => string[] | Promise<string[]>) | null;
};

export const promptNames = ["weekly_review", "explain_number", "product_story", "clear_questions", "restock_plan"] as const;
export type PromptName = (typeof promptNames)[number];

const suggested = 20;
const startingLike = (values: readonly string[]) => (_ctx: ServiceContext, text: string) =>
  values.filter((value) => value.includes(text.trim().toLowerCase())).slice(0, 100);

/** What people ask for so often that it has a name. Their words are among the texts of each language. */
export const promptArguments: Record<PromptName, readonly Argument[]> = {
  weekly_review: [{ name: "area", isRequired: false, usual: metricAreas.join(", "), complete: startingLike(metricAreas) }],
  explain_number: [
    { name: "metric", isRequired: true, usual: "", complete: startingLike(metricIds) },
    { name: "period", isRequired: false, usual: "last 7 days", complete: startingLike(["yesterday", "last 7 days", "last month"]) },
  ],
  product_story: [
    {
      name: "product",
      isRequired: true,
      usual: "",
      complete: async (ctx, search) => (await listProducts(ctx, { search, limit: suggested })).data.map(({ title }) => title),
    },
  ],
  clear_questions: [],
  restock_plan: [{ name: "days", isRequired: false, usual: "14", complete: startingLike(["7", "14", "30"]) }],
};

export function promptNamed(name: string): PromptName {
  const known = promptNames.find((one) => one === name);
  if (known === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no prompt "${name.slice(0, 100)}".`);
  return known;
}
