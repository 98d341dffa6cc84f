import { useEffect, useRef, useState } from "react";
import { type AnalysisEvent, analysisEventSchema } from "#app/domain/listing-analysis/stream-events.ts";
import type { AnalysisPoint } from "#app/domain/listing-analysis/result.ts";

export type StreamState = { kind: "idle" | "working" | "stopped" | "failed"; points: AnalysisPoint[] };

/** Has a listing analysed and hears of its points one by one; `whenDone` is told which analysis it became. */
export function useAnalysisStream(listingId: string, whenDone: (analysisId: string) => void) {
  const [state, setState] = useState<StreamState>({ kind: "idle", points: [] });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  async function start() {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    setState({ kind: "working", points: [] });
    const end = await follow(listingId, controller.signal, (point) =>
      setState(({ kind, points }) => ({ kind, points: [...points, point] })),
    );
    if (running.current !== controller) return;
    running.current = null;
    if (end?.type === "done") {
      setState({ kind: "idle", points: [] });
      whenDone(end.id);
    } else setState(({ points }) => ({ kind: controller.signal.aborted ? "stopped" : "failed", points }));
  }
  return { state, start: () => void start(), stop: () => running.current?.abort() };
}

/** The last event; undefined when the line broke before one came. */
async function follow(listingId: string, signal: AbortSignal, onPoint: (point: AnalysisPoint) => void): Promise<AnalysisEvent | undefined> {
  try {
    const response = await fetch(`/listings/${encodeURIComponent(listingId)}/analyses/stream`, { method: "POST", signal });
    if (!response.ok) return undefined;
    let rest = "";
    for await (const chunk of chunksOf(response)) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const event = readEvent(line);
        if (event?.type === "point") onPoint(event.point);
        else if (event !== undefined) return event;
      }
    }
  } catch {
    // Stopped, or the line broke: the caller knows which.
  }
  return undefined;
}

async function* chunksOf(response: Response): AsyncGenerator<string> {
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield decoder.decode(read.value, { stream: true });
}

function readEvent(line: string): AnalysisEvent | undefined {
  try {
    return analysisEventSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
