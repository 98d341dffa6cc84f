import { type SQL, sql } from "drizzle-orm";
import type { Formula, Measure, Source } from "./source.ts";

const spending: Source = {
  from: () => sql`ai_spend_days as d`,
  alias: "d",
  time: { unit: "days", column: sql`d.day` },
  splits: {
    model: { id: sql`coalesce(nullif(d.model, ''), 'none')` },
    purpose: { id: sql`d.purpose` },
    asker: { id: sql`d.asker_id` },
  },
};
const spent = (value: SQL, per?: SQL): Measure => ({ source: spending, value, ...(per === undefined ? {} : { per }) });

const runs: Source = {
  from: () => sql`agent_runs as r`,
  alias: "r",
  time: { unit: "moments", column: sql`r.created_at` },
  splits: { agent: { id: sql`r.agent` } },
};
const proposals: Source = {
  from: () => sql`proposals as p`,
  alias: "p",
  time: { unit: "moments", column: sql`p.created_at` },
  splits: { agent: { id: sql`p.agent` } },
};

export const modelFormulas = {
  "ai-spend": { of: [spent(sql`sum(d.cost_micro_usd)`)] },
  "ai-calls": { of: [spent(sql`sum(d.calls)`)] },
  "ai-tokens": { of: [spent(sql`sum(d.input_tokens + d.output_tokens)`)] },
  "ai-cost-per-call": { of: [spent(sql`sum(d.cost_micro_usd)`, sql`sum(d.calls)`)] },
  "agent-runs": { of: [{ source: runs, value: sql`count(*)` }] },
  proposals: { of: [{ source: proposals, value: sql`count(*)` }] },
  // Of those a person decided; what policies let through by themselves says nothing of people's trust.
  "approval-rate": {
    of: [{ source: proposals, value: sql`sum(p.state <> 'rejected')`, per: sql`count(*)`, where: sql`p.decided_by is not null` }],
  },
} satisfies Record<string, Formula>;
