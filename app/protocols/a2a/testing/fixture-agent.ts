import type { News } from "#app/domain/delegations/apply-news.ts";
import type { TaskState } from "#app/domain/delegations/kinds.ts";
import type { Part } from "#app/domain/delegations/schemas.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import type { Agent, Job } from "../work.ts";

/** One that does what the name of a message says: the names are those the official kit of tests asks with. */
type Script = (job: Job) => { steps: News[]; waitMs?: number };

const end = (job: Job, state: TaskState, text: string): News => ({
  kind: "state",
  state,
  reason: state === "completed" ? null : "fixture",
  message: {
    messageId: `${job.task.id}-${state}`,
    role: "ROLE_AGENT",
    parts: [{ text, mediaType: "text/plain" }],
    taskId: job.task.id,
    contextId: job.task.contextId,
  },
});

const artifact = (part: Part, { isMore = false, isLast = true } = {}): News => ({
  kind: "artifact",
  artifact: { artifactId: "artifact-1", name: "Output", parts: [part] },
  isMore,
  isLast,
});

const text = (value: string): Part => ({ text: value, mediaType: "text/plain" });
const file: Part = { raw: btoa("Generated file content"), filename: "output.txt", mediaType: "text/plain" };

const completing =
  (...steps: News[]): Script =>
  (job) => ({ steps: [...steps, end(job, "completed", "Done")] });

const scripts: Record<string, Script> = {
  "tck-complete-task": (job) => ({ steps: [end(job, "completed", "Hello from TCK")] }),
  "tck-artifact-text": completing(artifact(text("Generated text content"))),
  "tck-artifact-file-url": completing(artifact({ url: "https://example.com/output.txt", filename: "output.txt", mediaType: "text/plain" })),
  "tck-artifact-file": completing(artifact(file)),
  "tck-artifact-data": completing(artifact({ data: { key: "value", count: 42 }, mediaType: "application/json" })),
  "tck-input-required": (job) => ({ steps: [end(job, "input-required", "Say more")] }),
  "tck-reject-task": (job) => ({ steps: [end(job, "rejected", "rejected")] }),
  "tck-stream-001": completing(artifact(text("Stream hello from TCK"))),
  "tck-stream-002": (job) => ({ steps: [end(job, "completed", "Done")] }),
  "tck-stream-003": completing(artifact(text("Stream task lifecycle"))),
  "tck-stream-ordering-001": completing(artifact(text("Ordered output"))),
  "tck-stream-artifact-text": completing(artifact(text("Streamed text content"))),
  "tck-stream-artifact-file": completing(artifact(file)),
  "tck-stream-artifact-chunked": completing(
    artifact(text("chunk-1 "), { isMore: true, isLast: false }),
    artifact(text("chunk-2"), { isMore: true, isLast: true }),
  ),
  "test-resubscribe-message-id": (job) => ({ steps: [end(job, "completed", "Done")], waitMs: 4_000 }),
  /** Until somebody stops it. */
  "held-": () => ({ steps: [], waitMs: 600_000 }),
  "silent-": () => ({ steps: [] }),
};

export const fixtureAgent: Agent = {
  async work(job, { publish, signal }) {
    if (job.message.messageId.startsWith("broken-")) throw new Error("the inside of the machine");
    const name = Object.keys(scripts).find((prefix) => job.message.messageId.startsWith(prefix));
    const script = name === undefined ? undefined : scripts[name];
    const { steps, waitMs = 0 } = script?.(job) ?? { steps: [end(job, "completed", `Heard: ${job.question}`)] };
    await systemSleep(waitMs, signal);
    for (const step of steps) publish(step);
  },
  reply: ({ message }) => (message.messageId.startsWith("tck-message-response") ? "Direct message response" : null),
};
