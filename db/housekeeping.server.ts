const dayMs = 24 * 3_600_000;

/** Traces that have done their work. Audit rows, dead letters and undelivered events are never removed here. */
export async function removeOldTraces(d1: D1Database, nowMs: number): Promise<void> {
  await d1.batch([
    d1.prepare("delete from outbox where due_at is null and created_at < ?").bind(nowMs - 7 * dayMs),
    d1.prepare("delete from handled_messages where done_at < ?").bind(nowMs - 14 * dayMs),
    d1.prepare("delete from channel_notices where handled_at < ?").bind(nowMs - 30 * dayMs),
    d1.prepare("delete from idempotency_keys where created_at < ?").bind(nowMs - 2 * dayMs),
    d1.prepare("delete from mail_tokens where expires_at < ?").bind(nowMs - 7 * dayMs),
    d1.prepare("delete from floor_samples where hour_ms < ?").bind(nowMs - 60 * dayMs),
    d1.prepare("delete from alerts where resolved_at < ?").bind(nowMs - 365 * dayMs),
    d1.prepare("delete from agent_decisions where decided_at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from agent_messages where created_at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from ai_calls where asked_at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from agent_runs where created_at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from trigger_firings where created_at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from trigger_deliveries where at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from delegations where created_at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from delegation_events where at < ?").bind(nowMs - 30 * dayMs),
    d1.prepare("delete from delegation_hooks where created_at < ?").bind(nowMs - 90 * dayMs),
    d1.prepare("delete from delegation_messages where created_at < ?").bind(nowMs - 2 * dayMs),
    d1.prepare("delete from price_sightings where seen_at < ?").bind(nowMs - 400 * dayMs),
    d1.prepare("delete from trend_sightings where seen_at < ?").bind(nowMs - 400 * dayMs),
    d1.prepare("delete from report_sendings where created_at < ?").bind(nowMs - 365 * dayMs),
    ...binned(d1, nowMs - 30 * dayMs),
    d1.prepare("delete from sessions where expires_at < ?").bind(Math.floor(nowMs / 1000)),
  ]);
}

/** What lay in the bin for a month goes, and with a board what hung on it. */
function binned(d1: D1Database, beforeMs: number): D1PreparedStatement[] {
  return [
    d1.prepare("delete from dashboard_pins where dashboard_id in (select id from dashboards where deleted_at < ?)").bind(beforeMs),
    d1.prepare("delete from dashboards where deleted_at < ?").bind(beforeMs),
    d1.prepare("delete from artifacts where deleted_at < ?").bind(beforeMs),
  ];
}
