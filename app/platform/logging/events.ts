type Outcome = "ok" | "failed";

/** Every event the product logs, with its fields. A new event is a new line here. */
type EventFields = {
  "http.request": { method: string; path: string; route?: string | undefined; statusCode: number; durationMs: number };
  "http.outbound": {
    target: string;
    method: string;
    host: string;
    path: string;
    outcome: Outcome;
    statusCode?: number | undefined;
    failure?: string | undefined;
    attempts: number;
    durationMs: number;
  };
  "request.refused": { method: string; path: string; reason: string };
  "queue.message": {
    queue: string;
    /** One, or all that asked for the same work. */
    messageIds: string[];
    kind?: string | undefined;
    attempt: number;
    outcome: "acked" | "retried" | "ignored";
    reason?: string | undefined;
    durationMs: number;
  };
  "queue.given-up": { queue: string; messageId: string; kind: string };
  "queue.dead-letter": { queue: string; messageId: string; reason: string };
  "cron.run": { cron: string; job: string; outcome: Outcome; durationMs: number; error?: unknown };
  "workflow.step": { workflow: string; instanceId: string; step: string; outcome: Outcome; durationMs: number; error?: unknown };
  "room.connected": { room: string; connectionId: string; connections: number };
  "room.disconnected": { room: string; connectionId: string; connections: number; code?: number | undefined };
  "room.refused": { room: string; reason: string };
  "room.message-rejected": { room: string; connectionId: string; reason: string };
  "outbox.dispatched": { count: number; durationMs: number };
  "floor.message-refused": { zoneId: string; message: string; reason: string };
  "floor.message-failed": { zoneId: string; message: string; error: unknown };
  "floor.alarm-failed": { room: string; error: unknown };
  "ai.call": {
    callId: string;
    purpose: string;
    outcome: string;
    provider: string;
    model: string;
    attempts: number;
    costMicroUsd: number;
    durationMs: number;
  };
  "ai.books-wait": { error: unknown };
  "visit.alarm-failed": { workspaceId: string; failures: number; error: unknown };
  "visit.revived": { sessionId: string; outcome: string };
  "agent.job-failed": { job: string; attempts: number; error: unknown };
  "floor.frame-failed": { room: string; error: unknown };
  "chat.room-failed": { room: string; at: "frame" | "alarm" | "settling"; error: unknown };
  "chat.turn-failed": { conversationId: string; turnId: string; error: unknown };
  "chat.turn-unkept": { conversationId: string; turnId: string; error: unknown };
  "chat.watch-failed": { conversationId?: string | undefined; error: unknown };
  "chat.summary-failed": { conversationId: string; error: unknown };
  "outbox.failed": { count: number; attempt?: number | undefined; error: unknown };
  "idempotency.replayed": { key: string };
  "mutation.committed": { action: string; subjectType: string; subjectId: string; statements: number; durationMs: number };
  "mutation.conflict": { action: string; subjectType: string; subjectId: string };
  "auth.signed-in": { userId: string; method: string };
  "auth.signed-out": { userId: string };
  "auth.refused": { method: string; reason: string };
  "rate-limit.refused": { policy: string; retryAfterMs: number };
  "rate-limit.unavailable": { policy: string; error: unknown };
  "circuit.changed": { target: string; from: string; to: string };
  "access.untold": { error: unknown };
  "cache.failed": { operation: "get" | "put"; key: string; error: unknown };
  "mail.sent": { template: string; messageId?: string | undefined; durationMs: number };
  "mail.failed": { template: string; error: unknown };
  "channel.tokens-renewed": { channelId: string; vendor: string };
  "channel.archive-failed": { channelId: string; vendor: string; error: unknown };
  "channel.revoke-failed": { channelId: string; vendor: string; error: unknown };
  "channel.notices": { vendor: string; way: "called" | "recovered"; stored: number; unknown: number; durationMs: number };
  "channel.notice-refused": { vendor: string; reason: string };
  "sync.step": { runId: string; channelId: string; phase: string; done: number; durationMs: number };
  "export.revived": { exportId: string; outcome: string };
  "sync.revived": { runId: string; channelId: string; outcome: string };
  "sync.ended": { runId: string; channelId: string; outcome: "done" | "failed" | "cancelled"; reason?: string | undefined };
  "secrets.rotated": { keyId: string; count: number };
  "unexpected.error": { where: string; error: unknown; details?: Record<string, unknown> | undefined };
  metric: MetricFields;
};

type MetricTags = Readonly<Record<string, string>>;

type MetricFields =
  | { kind: "count"; name: string; value: number; tags: MetricTags }
  | ({ kind: "duration"; name: string; tags: MetricTags } & DurationSummary);

export type DurationSummary = { count: number; sumMs: number; minMs: number; maxMs: number; p50Ms: number; p95Ms: number; p99Ms: number };

export type LogEventName = keyof EventFields;

export type LogEvent = { [Name in LogEventName]: { event: Name } & EventFields[Name] }[LogEventName];
