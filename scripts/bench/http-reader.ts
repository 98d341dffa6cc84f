const headEnd = Buffer.from("\r\n\r\n");

type Rest = { kind: "head" } | { kind: "length"; bytes: number } | { kind: "chunks" };

/**
 * Finds where one HTTP/1.1 answer ends and the next may be asked for. Bodies are passed over, not kept:
 * a client that parses as little as this leaves the processor to the server that is measured.
 */
export function createHttpReader(onAnswer: (status: number) => void): (bytes: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0);
  let status = 0;
  let rest: Rest = { kind: "head" };

  function end(): void {
    rest = { kind: "head" };
    onAnswer(status);
  }

  /** Takes the next part off `waiting`; false when more bytes are needed. */
  function step(): boolean {
    if (rest.kind === "head") {
      const head = takeHead();
      if (head === undefined) return false;
      status = head.status;
      rest = head.rest;
      if (rest.kind === "length" && rest.bytes === 0) end();
      return true;
    }
    if (rest.kind === "length") {
      const taken = Math.min(rest.bytes, waiting.length);
      waiting = waiting.subarray(taken);
      rest = { kind: "length", bytes: rest.bytes - taken };
      if (rest.bytes > 0) return false;
      end();
      return true;
    }
    const lineEnd = waiting.indexOf("\r\n");
    if (lineEnd < 0) return false;
    const size = Number.parseInt(waiting.toString("latin1", 0, lineEnd), 16);
    const chunkEnd = lineEnd + 2 + size + 2;
    if (waiting.length < chunkEnd) return false;
    waiting = waiting.subarray(chunkEnd);
    if (size === 0) end();
    return true;
  }

  function takeHead(): { status: number; rest: Rest } | undefined {
    const end = waiting.indexOf(headEnd);
    if (end < 0) return undefined;
    const head = waiting.toString("latin1", 0, end);
    waiting = waiting.subarray(end + headEnd.length);
    return { status: Number(head.slice(9, 12)), rest: bodyOf(head) };
  }

  return (bytes) => {
    waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
    while (waiting.length > 0 && step());
  };
}

function bodyOf(head: string): Rest {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return { kind: "length", bytes: Number(length) };
  return /\r\ntransfer-encoding: *chunked/i.test(head) ? { kind: "chunks" } : { kind: "length", bytes: 0 };
}
