import type { ServiceContext } from "../context.ts";
import { AppError, toAppError } from "../errors.ts";
import { catalogue } from "../metrics/catalogue.ts";
import { explainChange } from "../metrics/explain-change.server.ts";
import { queryMetrics } from "../metrics/query-metrics.server.ts";
import type { MetricQuery, When } from "../metrics/schemas.ts";
import type { Section } from "./schemas.ts";
import type { SectionAnswer } from "./section-answer.ts";

/**
 * Asks again what was kept, with the rights of whoever looks now. It refuses nothing: each question of a board or report says by
 * itself why it has no answer.
 */
export async function answerSection(ctx: ServiceContext, section: Section, period: When | null = null): Promise<SectionAnswer> {
  const { title, type, chart } = section;
  const query = withPeriod(section.query, period);
  const asked = { title, type, query, chart };
  try {
    const [result, explanation] = await Promise.all([queryMetrics(ctx, query), type === "why" ? explainChange(ctx, query) : null]);
    return { ...asked, query: result.query, state: "answered", result, explanation, asOfMs: result.asOfMs };
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) ctx.logger.error({ event: "unexpected.error", where: "answer-section", error });
    if (known?.code === "forbidden") return { ...asked, state: "forbidden" };
    return { ...asked, state: known?.code === "invalid" ? "unfit" : "failed" };
  }
}

/** A board's own period stands in place of each answer's; what is of this moment has none. */
function withPeriod(query: MetricQuery, period: When | null): MetricQuery {
  return period === null || catalogue[query.metric].kind === "snapshot" ? query : { ...query, when: period };
}

/** For what is to be kept: a question that is none is refused by its fields. Numbers the asker may not see are not kept. */
export async function answerForKeeping(ctx: ServiceContext, section: Section, place: string): Promise<SectionAnswer> {
  const { title, type, chart, query } = section;
  try {
    const result = await queryMetrics(ctx, query);
    const explanation = type === "why" ? await explainChange(ctx, query) : null;
    return { title, type, chart, query: result.query, state: "answered", result, explanation, asOfMs: result.asOfMs };
  } catch (error) {
    const known = toAppError(error);
    if (known?.code === "forbidden") return { title, type, chart, query, state: "forbidden" };
    if (known?.code !== "invalid") throw error;
    const fields = Object.fromEntries(Object.entries(known.fields ?? {}).map(([name, reason]) => [`${place}.query.${name}`, reason]));
    throw new AppError("invalid", "checkFields", { fields, cause: error });
  }
}
