import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

type Facts = Record<string, number | string>;
type Measured = { at: number; values: Record<string, number | null> };

/** How a workspace has set up one of its agents. */
export const agents = sqliteTable(
  "agents",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    kind: text("kind").notNull(),
    /** on, or paused: it does nothing by itself. */
    state: text("state").notNull(),
    everyMinutes: integer("every_minutes").notNull(),
    nextRunAt: timeColumn("next_run_at").notNull(),
    settings: text("settings", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** For each tool whether a person is asked first: "ask" or "auto". */
    autonomy: text("autonomy", { mode: "json" }).$type<Record<string, string>>().notNull(),
    /** How much it may do without asking in 24 hours. */
    actionsPerDay: integer("actions_per_day").notNull(),
    ratePerMinute: integer("rate_per_minute").notNull(),
    burst: integer("burst").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("agents_kind").on(table.workspaceId, table.kind), index("agents_due").on(table.state, table.nextRunAt)],
);

/** One look at the world, and what came of it. */
export const agentRuns = sqliteTable(
  "agent_runs",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    agent: text("agent").notNull(),
    trigger: text("trigger").notNull(),
    mode: text("mode").notNull(),
    state: text("state").notNull(),
    askedBy: text("asked_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    startedAt: timeColumn("started_at"),
    endedAt: timeColumn("ended_at"),
    attempts: integer("attempts").notNull().default(0),
    failure: text("failure"),
    decisions: integer("decisions").notNull().default(0),
    proposals: integer("proposals").notNull().default(0),
    messages: integer("messages").notNull().default(0),
    version: versionColumn(),
    /** What led to it, where something did: the firing of a trigger, or the run that told it. */
    cause: text("cause"),
  },
  (table) => [
    index("agent_runs_agent").on(table.workspaceId, table.agent, table.id),
    index("agent_runs_waiting")
      .on(table.state, table.createdAt)
      .where(sql`state in ('queued', 'running')`),
    index("agent_runs_age").on(table.createdAt),
    index("agent_runs_created").on(table.workspaceId, table.createdAt, table.agent),
  ],
);

/** The log: each conclusion of a run, in the order it was reached. */
export const agentDecisions = sqliteTable(
  "agent_decisions",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    runId: text("run_id").notNull(),
    agent: text("agent").notNull(),
    position: integer("position").notNull(),
    rule: text("rule").notNull(),
    ruleVersion: integer("rule_version").notNull(),
    verdict: text("verdict").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectLabel: text("subject_label").notNull(),
    facts: text("facts", { mode: "json" }).$type<Facts>().notNull(),
    /** What it would have asked for, also when it was tried dry. */
    call: text("call", { mode: "json" }).$type<unknown>(),
    proposalId: text("proposal_id"),
    decidedAt: timeColumn("decided_at").notNull(),
  },
  (table) => [
    index("agent_decisions_run").on(table.workspaceId, table.runId, table.position),
    index("agent_decisions_age").on(table.decidedAt),
  ],
);

/** What an agent wants to happen, from the moment it says so until it is done, refused or taken back. */
export const proposals = sqliteTable(
  "proposals",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    agent: text("agent").notNull(),
    runId: text("run_id").notNull(),
    /** What it is about. */
    key: text("key").notNull(),
    groupKey: text("group_key"),
    position: integer("position").notNull(),
    rule: text("rule").notNull(),
    ruleVersion: integer("rule_version").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectLabel: text("subject_label").notNull(),
    facts: text("facts", { mode: "json" }).$type<Facts>().notNull(),
    effect: text("effect", { mode: "json" }).$type<Facts>().notNull(),
    tool: text("tool").notNull(),
    call: text("call", { mode: "json" }).$type<unknown>().notNull(),
    state: text("state").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    expiresAt: timeColumn("expires_at").notNull(),
    /** A person's name; null with a time where the agent's own leave was enough. */
    decidedBy: text("decided_by"),
    decidedAt: timeColumn("decided_at"),
    endedAt: timeColumn("ended_at"),
    /** What the tool left behind, which undoing starts from. */
    result: text("result", { mode: "json" }).$type<Record<string, unknown>>(),
    failure: text("failure"),
    version: versionColumn(),
    /** The policy that let it through without a person, and its name at that time. */
    policyId: text("policy_id"),
    policyName: text("policy_name"),
    /** What a person changed before letting it through. */
    edit: text("edit", { mode: "json" }).$type<{ by: string; at: number; before: unknown; after: unknown }>(),
    /** How what was expected stood when it was done, and a week and two later. */
    measuredBefore: text("measured_before", { mode: "json" }).$type<Measured>(),
    measuredAfter7: text("measured_after_7", { mode: "json" }).$type<Measured>(),
    measuredAfter14: text("measured_after_14", { mode: "json" }).$type<Measured>(),
    /** When it is measured next; null when there is nothing to measure any more. */
    measureAt: timeColumn("measure_at"),
  },
  (table) => [
    index("proposals_measure")
      .on(table.measureAt)
      .where(sql`measure_at is not null`),
    uniqueIndex("proposals_pending")
      .on(table.workspaceId, table.key)
      .where(sql`state in ('open', 'approved', 'applying', 'undoing')`),
    index("proposals_state").on(table.workspaceId, table.state, table.id),
    index("proposals_agent").on(table.workspaceId, table.agent, table.id),
    index("proposals_created").on(table.workspaceId, table.createdAt, table.agent, table.state),
    index("proposals_expiry")
      .on(table.expiresAt)
      .where(sql`state = 'open'`),
  ],
);

/** What agents said to each other. */
export const agentMessages = sqliteTable(
  "agent_messages",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    fromAgent: text("from_agent").notNull(),
    toAgent: text("to_agent").notNull(),
    type: text("type").notNull(),
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    /** The run it was said in, and the one that heard it. */
    runId: text("run_id").notNull(),
    heardInRunId: text("heard_in_run_id"),
    createdAt: timeColumn("created_at").notNull(),
    heardAt: timeColumn("heard_at"),
  },
  (table) => [
    index("agent_messages_waiting")
      .on(table.workspaceId, table.toAgent, table.id)
      .where(sql`heard_at is null`),
    index("agent_messages_said").on(table.workspaceId, table.fromAgent, table.createdAt),
    index("agent_messages_run").on(table.workspaceId, table.runId),
    index("agent_messages_age").on(table.createdAt),
  ],
);

/** What agents remember for each other; each version once, the latest counts. */
export const agentMemory = sqliteTable(
  "agent_memory",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    key: text("key").notNull(),
    memoryVersion: integer("memory_version").notNull(),
    value: text("value", { mode: "json" }).$type<unknown>().notNull(),
    writtenBy: text("written_by").notNull(),
    runId: text("run_id").notNull(),
    writtenAt: timeColumn("written_at").notNull(),
  },
  (table) => [uniqueIndex("agent_memory_version").on(table.workspaceId, table.key, table.memoryVersion)],
);
