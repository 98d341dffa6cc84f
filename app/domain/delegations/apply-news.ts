import type { Exchange } from "../conversations/parts.ts";
import type { TaskState } from "./kinds.ts";
import type { Artifact, Message } from "./schemas.ts";
import type { Task } from "./task-row.ts";

/** What happens to a task while somebody works on it. */
export type News =
  | { kind: "state"; state: TaskState; message: Message | null; reason: string | null }
  /** `isMore`: its parts come behind those that are there. */
  | { kind: "artifact"; artifact: Artifact; isMore: boolean; isLast: boolean }
  /** What later questions of the same talk need to know; nobody outside hears it. */
  | { kind: "exchange"; exchange: Exchange };

/** As it is told to whoever follows. */
export type TaskEvent =
  | { kind: "task"; task: Task }
  | { kind: "state"; state: TaskState; at: number; message: Message | null }
  | { kind: "artifact"; artifact: Artifact; isMore: boolean; isLast: boolean };

const mostMessages = 100;
/** A row of D1 holds two million bytes, and the answers stand in it too. */
const mostHistoryChars = 800_000;

/** The task after one piece of news. */
export function applyNews(task: Task, news: News, nowMs: number): Task {
  switch (news.kind) {
    case "state": {
      const history = news.message === null ? task.history : withMessage(task.history, news.message);
      return { ...task, state: news.state, stateAt: nowMs, statusMessage: news.message, history };
    }
    case "artifact":
      return { ...task, artifacts: withArtifact(task.artifacts, news.artifact, news.isMore) };
    case "exchange":
      return task;
    default:
      return news satisfies never;
  }
}

export function eventOf(news: News, nowMs: number): TaskEvent | undefined {
  if (news.kind === "exchange") return undefined;
  if (news.kind === "artifact") return news;
  return { kind: "state", state: news.state, at: nowMs, message: news.message };
}

/** A message that is there already is not there twice; of a talk that never ends the beginning is let go. */
export function withMessage(history: readonly Message[], message: Message): Message[] {
  const isKnown = history.some(({ messageId, role }) => messageId === message.messageId && role === message.role);
  return isKnown ? [...history] : newest([...history, message]);
}

/** The newest one always; of those before it, what there is room for. */
function newest(history: readonly Message[]): Message[] {
  let chars = 0;
  const tooMany = history.findLastIndex((one, place) => {
    chars += JSON.stringify(one).length;
    const isBeyond = chars > mostHistoryChars || history.length - place > mostMessages;
    return isBeyond && place < history.length - 1;
  });
  return history.slice(tooMany + 1);
}

function withArtifact(artifacts: readonly Artifact[], artifact: Artifact, isMore: boolean): Artifact[] {
  const known = artifacts.find(({ artifactId }) => artifactId === artifact.artifactId);
  if (known === undefined) return [...artifacts, artifact];
  const next = isMore ? { ...known, ...artifact, parts: [...known.parts, ...artifact.parts] } : artifact;
  return artifacts.map((one) => (one === known ? next : one));
}
