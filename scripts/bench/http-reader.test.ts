import fc from "fast-check";
import { expect, test } from "vitest";
import { createHttpReader } from "./http-reader.ts";

const answers = [
  "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
  "HTTP/1.1 204 No Content\r\n\r\n",
  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n",
  "HTTP/1.1 409 Conflict\r\ncontent-length: 0\r\n\r\n",
];
const bytes = Buffer.from(answers.join(""));

test("every answer is counted once, however the bytes are cut", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 })), (cuts) => {
      const statuses: number[] = [];
      const read = createHttpReader((status) => statuses.push(status));
      const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      for (let at = 1; at < edges.length; at += 1) read(bytes.subarray(edges[at - 1], edges[at]));
      expect(statuses).toEqual([200, 204, 200, 409]);
    }),
  );
});

test("an answer that has not ended is not counted", () => {
  const statuses: number[] = [];
  const read = createHttpReader((status) => statuses.push(status));
  read(Buffer.from("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n"));
  expect(statuses).toEqual([]);
  read(Buffer.from("\r\n"));
  expect(statuses).toEqual([200]);
});
