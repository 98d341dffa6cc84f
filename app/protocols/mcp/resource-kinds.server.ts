import type { ServiceContext } from "#app/domain/context.ts";
import type { Action } from "#app/domain/accounts/permissions.ts";
import { listProducts } from "#app/domain/catalog/list-products.server.ts";
import { listInteractions } from "#app/domain/interactions/list-interactions.server.ts";
import type { Page } from "#app/domain/paging.ts";
import { listPatterns } from "#app/domain/patterns/list-patterns.server.ts";
import { listReports } from "#app/domain/warehouse/list-reports.server.ts";
import { readProductTool } from "#app/ai/tools/assistant/catalog-tools.server.ts";
import { readReportTool } from "#app/ai/tools/assistant/floor-tools.server.ts";
import { readInteractionTool, readPatternTool } from "#app/ai/tools/assistant/shopper-tools.server.ts";
import type { AssistantTool } from "#app/ai/tools/assistant/tool.ts";

type Entry = { id: string; title: string; at: number | null };

/** Things of one kind, as they stand behind addresses; one is read by the same tool that reads it for a model. */
export type ResourceKind = {
  name: string;
  title: string;
  description: string;
  scope: Action;
  list(ctx: ServiceContext, page: { limit: number; cursor?: string }): Promise<Page<Entry>>;
  /** Ids that complete what somebody has begun to type; null where nobody types them. */
  find: ((ctx: ServiceContext, text: string) => Promise<string[]>) | null;
  reader: AssistantTool;
};

const longestTitle = 120;
const suggested = 20;

export const resourceKinds: readonly ResourceKind[] = [
  {
    name: "products",
    title: "Product",
    description: "A product of the catalogue with its SKUs and the listings that sell it.",
    scope: "catalog:read",
    list: async (ctx, page) => entries(await listProducts(ctx, page), ({ id, title, updatedAt }) => ({ id, title, at: updatedAt })),
    find: async (ctx, search) => (await listProducts(ctx, { search, limit: suggested })).data.map(({ id }) => id),
    reader: readProductTool,
  },
  {
    name: "interactions",
    title: "Interaction",
    description: "What one shopper did in one visit, as a sentence and its moments.",
    scope: "shoppers:read",
    list: async (ctx, page) =>
      entries(await listInteractions(ctx, page), ({ id, text, occurredAt }) => ({ id, title: text, at: occurredAt })),
    find: null,
    reader: readInteractionTool,
  },
  {
    name: "patterns",
    title: "Pattern",
    description: "Something that holds over many visits of a period, with its figures and evidence.",
    scope: "shoppers:read",
    list: async (ctx, page) =>
      entries(await listPatterns(ctx, page), ({ id, kind, period, startDay, foundAt }) => ({
        id,
        title: `${kind}, ${period} of ${startDay}`,
        at: foundAt,
      })),
    find: null,
    reader: readPatternTool,
  },
  {
    name: "reports",
    title: "Report of the floor",
    description: "What was done in the warehouse on one day.",
    scope: "warehouse:read",
    list: async (ctx, page) =>
      entries(await listReports(ctx, page), ({ id, day, createdAt }) => ({ id, title: `Floor, ${day}`, at: createdAt })),
    find: null,
    reader: readReportTool,
  },
];

function entries<Row>(page: Page<Row>, toEntry: (row: Row) => Entry): Page<Entry> {
  const data = page.data.map(toEntry).map((entry) => ({ ...entry, title: entry.title.slice(0, longestTitle) }));
  return { ...page, data };
}
