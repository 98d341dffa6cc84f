import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

type Attempt = { providerId: string; provider: string; model: string; outcome: string; status?: number; latencyMs: number };

type OwnPrice = { inputMicroUsdPerMillion: number; outputMicroUsdPerMillion: number };

/** A provider of models that a workspace has set up. What is not here, switched on, with its model, is never called. */
export const aiProviders = sqliteTable(
  "ai_providers",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** groq, openai, gemini, workers-ai or openai-compatible. */
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    baseUrl: text("base_url").notNull(),
    /** Sealed for `ai-provider:<id>`; null where none is needed. Never leaves the server. */
    sealedKey: text("sealed_key"),
    /** Its last four letters, to be recognised by. */
    keyHint: text("key_hint"),
    /** The language models that may be used, in the order they are tried. */
    models: text("models", { mode: "json" }).$type<string[]>().notNull(),
    embeddingModels: text("embedding_models", { mode: "json" }).$type<string[]>().notNull(),
    /** What its models cost where the house's own table does not know them; nothing is spent on a model without a price. */
    ownPrices: text("own_prices", { mode: "json" }).$type<Record<string, OwnPrice>>(),
    /** The lower, the earlier it is asked. */
    position: integer("position").notNull(),
    isEnabled: integer("is_enabled", { mode: "boolean" }).notNull(),
    /** How the last test of it went: "answered", or why not. */
    testOutcome: text("test_outcome"),
    testedAt: timeColumn("tested_at"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [index("ai_providers_order").on(table.workspaceId, table.position)],
);

/** What a workspace says of one purpose. Without a row every enabled provider may serve it, in their order. */
export const aiPurposes = sqliteTable(
  "ai_purposes",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    purpose: text("purpose").notNull(),
    /** Only these, in this order; empty: rules alone answer. */
    choices: text("choices", { mode: "json" }).$type<{ providerId: string; model: string }[]>().notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("ai_purposes_purpose").on(table.workspaceId, table.purpose)],
);

/** How much may be spent. Where there is no row for the workspace, the house's own default holds. */
export const aiCaps = sqliteTable(
  "ai_caps",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** workspace, user or agent. */
    scope: text("scope").notNull(),
    /** A user's id or an agent's kind; empty for the workspace, or for each one without a cap of its own. */
    subjectId: text("subject_id").notNull(),
    /** day or month, where the workspace is. */
    window: text("window").notNull(),
    limitMicroUsd: integer("limit_micro_usd").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("ai_caps_subject").on(table.workspaceId, table.scope, table.subjectId, table.window)],
);

/** Each question to models and how it went. It names prompts and counts tokens; what was asked and answered is not in it. */
export const aiCalls = sqliteTable(
  "ai_calls",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** As in the audit log: user, agent, apiKey, system … */
    askerKind: text("asker_kind").notNull(),
    askerId: text("asker_id").notNull(),
    askerLabel: text("asker_label").notNull(),
    /** The agent's run it was asked in. */
    runId: text("run_id"),
    requestId: text("request_id").notNull(),
    purpose: text("purpose").notNull(),
    promptName: text("prompt_name").notNull(),
    promptVersion: integer("prompt_version").notNull(),
    /** model, cache or rules. */
    source: text("source").notNull(),
    /** answered, or why not. */
    outcome: text("outcome").notNull(),
    /** Who answered, or was asked last; empty where nobody was asked. */
    provider: text("provider").notNull(),
    providerId: text("provider_id").notNull(),
    model: text("model").notNull(),
    attempts: text("attempts", { mode: "json" }).$type<Attempt[]>().notNull(),
    /** All that was read, the part it already knew included. */
    inputTokens: integer("input_tokens").notNull(),
    cachedTokens: integer("cached_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    /** The provider told no usage: the most it can have been is charged. */
    isEstimated: integer("is_estimated", { mode: "boolean" }).notNull(),
    costMicroUsd: integer("cost_micro_usd").notNull(),
    /** The day of the price that was reckoned with: "2026-11-01". */
    priceDay: text("price_day"),
    firstByteMs: integer("first_byte_ms"),
    latencyMs: integer("latency_ms").notNull(),
    askedAt: timeColumn("asked_at").notNull(),
  },
  (table) => [
    index("ai_calls_workspace").on(table.workspaceId, table.id),
    index("ai_calls_run").on(table.workspaceId, table.runId),
    index("ai_calls_age").on(table.askedAt),
  ],
);

/** What a day cost, for each who asked, what for and who answered. */
export const aiSpendDays = sqliteTable(
  "ai_spend_days",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** Where the workspace is: "2026-11-28". */
    day: text("day").notNull(),
    askerKind: text("asker_kind").notNull(),
    askerId: text("asker_id").notNull(),
    askerLabel: text("asker_label").notNull(),
    purpose: text("purpose").notNull(),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    calls: integer("calls").notNull(),
    /** Of the calls, those that ended in rules. */
    rulesAnswers: integer("rules_answers").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    cachedTokens: integer("cached_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    costMicroUsd: integer("cost_micro_usd").notNull(),
    /** Grows with every count: an older one changes nothing. */
    countedUntil: integer("counted_until").notNull(),
  },
  (table) => [
    uniqueIndex("ai_spend_days_one").on(
      table.workspaceId,
      table.day,
      table.askerKind,
      table.askerId,
      table.purpose,
      table.provider,
      table.model,
    ),
  ],
);
