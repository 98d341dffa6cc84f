import type { Connection } from "partyserver";
import type { Identity } from "#party/shared/identity.ts";
import { withoutStock } from "./parts.server.ts";
import { encode, type Part } from "./protocol.ts";

export type ZoneConnection = Connection<Identity>;
type Delta = { epoch: string; fromSeq: number; toSeq: number; part: Part };

export type Followers = {
  add(connection: ZoneConnection): void;
  /** Those that are there now. */
  all(): ZoneConnection[];
  tell(delta: Delta): void;
};

/**
 * Who follows a zone. `read` unpacks what is stored with every socket, which costs more than telling them all: it is asked
 * once, when a room wakes. A socket that is no longer open never opens again.
 */
export function createFollowers(read: () => Iterable<ZoneConnection>): Followers {
  let known: Set<ZoneConnection> | undefined;
  function all(): ZoneConnection[] {
    known ??= new Set(read());
    for (const connection of known) if (connection.readyState !== WebSocket.OPEN) known.delete(connection);
    return [...known];
  }
  return {
    all,
    add(connection) {
      all();
      known?.add(connection);
    },
    tell({ part, ...place }) {
      const whole = encode({ type: "delta", ...place, part });
      let blind: string | undefined;
      for (const connection of all()) {
        if (connection.state?.isOnTablet !== true) connection.send(whole);
        else connection.send((blind ??= encode({ type: "delta", ...place, part: withoutStock(part) })));
      }
    },
  };
}
