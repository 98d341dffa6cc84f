import type { Clock } from "../clock.ts";
import type { LogEvent } from "./events.ts";
import { redact } from "./redact.ts";

export type LogLevel = "info" | "warn" | "error";

/** What every line of one request, message or room carries. */
export type LogBindings = {
  service?: string | undefined;
  env?: string | undefined;
  version?: string | undefined;
  requestId?: string | undefined;
  traceId?: string | undefined;
  spanId?: string | undefined;
  workspaceId?: string | undefined;
  /** `kind:id`, never a name or an address. */
  actor?: string | undefined;
};

export type Logger = {
  info(event: LogEvent): void;
  warn(event: LogEvent): void;
  error(event: LogEvent): void;
  with(bindings: LogBindings): Logger;
};

/** One line per call, without its line end. */
export type LogWrite = (line: string, level: LogLevel) => void;

type LoggerOptions = { clock: Clock; write: LogWrite; bindings?: LogBindings };

/** Datadog reads these names as they are. */
function toAttributes({ traceId, spanId, ...rest }: LogBindings): Record<string, unknown> {
  return redact({ ...rest, "dd.trace_id": traceId, "dd.span_id": spanId });
}

/** A value that cannot be read must not fail the request that logs it. */
function redactSafely(event: LogEvent): Record<string, unknown> {
  try {
    return redact(event);
  } catch {
    return { unreadable: true };
  }
}

export function createLogger({ clock, write, bindings = {} }: LoggerOptions): Logger {
  // Redacted at the first line: most of the loggers made for a request never write one.
  let attributes: Record<string, unknown> | undefined;

  function log(level: LogLevel, event: LogEvent): void {
    attributes ??= toAttributes(bindings);
    const timestamp = new Date(clock.now()).toISOString();
    // The fixed names come last: no event field can take their place.
    const line = { ...redactSafely(event), ...attributes, timestamp, status: level, level, message: event.event, event: event.event };
    write(JSON.stringify(line), level);
  }

  return {
    info: (event) => log("info", event),
    warn: (event) => log("warn", event),
    error: (event) => log("error", event),
    with: (more) => createLogger({ clock, write, bindings: { ...bindings, ...more } }),
  };
}

export type MemoryLog = Logger & { events: (LogEvent & { level: LogLevel; bindings: LogBindings })[] };

/** For tests: keeps what was logged, unredacted, also by loggers made with `with`. */
export function createMemoryLog(): MemoryLog {
  const events: MemoryLog["events"] = [];
  function record(bindings: LogBindings): Logger {
    return {
      info: (event) => void events.push({ ...event, level: "info", bindings }),
      warn: (event) => void events.push({ ...event, level: "warn", bindings }),
      error: (event) => void events.push({ ...event, level: "error", bindings }),
      with: (more) => record({ ...bindings, ...more }),
    };
  }
  return { ...record({}), events };
}
