import { AsyncLocalStorage } from "node:async_hooks";
import type { Clock } from "#app/platform/clock.ts";
import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import type { AnswerArchive, RawAnswer, RawPlace } from "./raw-archive.server.ts";

/** Hears what vendors answer while a channel is read, and has it archived behind the reader's back. */
export type RawRecorder = {
  /** The way out, listened to. Answers outside of `during` are not kept: those hold tokens. */
  listenTo<Client extends Pick<HttpClient, "send">>(http: Client): Client;
  during<T>(place: RawPlace, call: string, run: () => Promise<T>): Promise<T>;
};

type Options = { archive: AnswerArchive; clock: Clock; logger: Logger; defer: (work: Promise<unknown>) => void };

export function createRawRecorder({ archive, clock, logger, defer }: Options): RawRecorder {
  const calls = new AsyncLocalStorage<RawAnswer[]>();
  async function store(place: RawPlace, call: string, heard: readonly RawAnswer[]): Promise<void> {
    try {
      await archive.store(place, call, heard);
    } catch (error) {
      logger.warn({ event: "channel.archive-failed", channelId: place.id, vendor: place.vendor, error });
    }
  }
  return {
    listenTo: (http) => ({
      ...http,
      async send(request) {
        const response = await http.send(request);
        // Only the path: some vendors want the token in the question.
        const path = new URL(request.url).pathname;
        calls.getStore()?.push({ at: clock.now(), path, status: response.status, text: () => response.text() });
        return response;
      },
    }),
    async during(place, call, run) {
      const heard: RawAnswer[] = [];
      try {
        return await calls.run(heard, run);
      } finally {
        if (heard.length > 0) defer(store(place, call, heard));
      }
    },
  };
}
