import { currentRoles } from "#app/domain/accounts/current-roles.server.ts";
import { endedSessions, isOfKey } from "#app/domain/accounts/ended-sessions.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { endedShifts } from "#app/domain/floor/ended-shifts.server.ts";
import type { Identity } from "#party/shared/identity.ts";

const knownForMs = 5_000;
/** Who goes on working is looked up again before that, and waits for nothing. */
const freshForMs = 3_000;
const sessionsPerCheck = 90;

export type PeopleCheck = {
  /** Who this person is now; undefined when the session is over. */
  current(identity: Identity): Promise<Identity | undefined>;
  /** Which of their sessions, or shifts on tablets, are over. */
  ended(identities: readonly Identity[]): Promise<Set<string>>;
  forget(sessionHandle: string): void;
};

type Known = { atMs: number; result: Promise<Identity | undefined> };

/**
 * Looks people up again after some seconds: a role that was taken away must not go on commanding, and a look at each
 * command would cost more than the command.
 */
export function createPeopleCheck(services: () => ServiceContext): PeopleCheck {
  const known = new Map<string, Known>();
  const lookedUp = new Set<string>();
  async function lookUp(identity: Identity): Promise<Identity | undefined> {
    const ctx = services();
    const over = identity.isOnTablet === true ? endedShifts : endedSessions;
    const [ended, roles] = await Promise.all([over(ctx, [identity.sessionHandle]), currentRoles(ctx, [identity.userId])]);
    // A program has no role: it was let in to follow, with the least there is.
    const role = isOfKey(identity.sessionHandle) ? identity.role : roles.get(identity.userId);
    return ended.length > 0 || role === undefined ? undefined : { ...identity, role };
  }
  function ask(identity: Identity, atMs: number): Promise<Identity | undefined> {
    const result = lookUp(identity);
    known.set(identity.sessionHandle, { atMs, result });
    // Not knowing is no answer to keep.
    result.catch(() => known.delete(identity.sessionHandle));
    return result;
  }
  /** What is known stays until the answer is there, or until it is too old. */
  function askAhead(identity: Identity, atMs: number, last: Known): void {
    const { sessionHandle } = identity;
    if (lookedUp.has(sessionHandle)) return;
    lookedUp.add(sessionHandle);
    const result = lookUp(identity);
    const settle = (next: Known | undefined) => {
      lookedUp.delete(sessionHandle);
      if (next !== undefined && known.get(sessionHandle) === last) known.set(sessionHandle, next);
    };
    void result.then(
      () => settle({ atMs, result }),
      () => settle(undefined),
    );
  }
  return {
    current(identity) {
      const { sessionHandle } = identity;
      const nowMs = Date.now();
      const last = known.get(sessionHandle);
      if (last === undefined || nowMs - last.atMs >= knownForMs) return ask(identity, nowMs);
      if (nowMs - last.atMs >= freshForMs) askAhead(identity, nowMs, last);
      return last.result;
    },
    async ended(identities) {
      const gone = new Set<string>();
      for (const over of [endedSessions, endedShifts]) {
        const asked = identities.filter(({ isOnTablet }) => (isOnTablet === true) === (over === endedShifts));
        const handles = [...new Set(asked.map(({ sessionHandle }) => sessionHandle))];
        for (let start = 0; start < handles.length; start += sessionsPerCheck) {
          for (const handle of await over(services(), handles.slice(start, start + sessionsPerCheck))) gone.add(handle);
        }
      }
      return gone;
    },
    forget: (sessionHandle) => void known.delete(sessionHandle),
  };
}
