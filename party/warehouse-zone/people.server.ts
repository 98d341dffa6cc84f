import { currentRoles } from "#app/domain/accounts/current-roles.server.ts";
import { endedSessions, isOfKey } from "#app/domain/accounts/ended-sessions.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { endedShifts } from "#app/domain/floor/ended-shifts.server.ts";
import type { Identity } from "#party/shared/identity.ts";

const knownForMs = 5_000;
const sessionsPerCheck = 90;

export type PeopleCheck = {
  /** Who this person is now; undefined when the session is over. */
  current(identity: Identity): Promise<Identity | undefined>;
  /** Which of their sessions, or shifts on tablets, are over. */
  ended(identities: readonly Identity[]): Promise<Set<string>>;
  forget(sessionHandle: string): void;
};

/**
 * Looks people up again after some seconds: a role that was taken away must not go on commanding, and a look at each
 * command would cost more than the command.
 */
export function createPeopleCheck(services: () => ServiceContext): PeopleCheck {
  const known = new Map<string, { atMs: number; result: Promise<Identity | undefined> }>();
  async function lookUp(identity: Identity): Promise<Identity | undefined> {
    const ctx = services();
    const over = identity.isOnTablet === true ? endedShifts : endedSessions;
    const [ended, roles] = await Promise.all([over(ctx, [identity.sessionHandle]), currentRoles(ctx, [identity.userId])]);
    // A program has no role: it was let in to follow, with the least there is.
    const role = isOfKey(identity.sessionHandle) ? identity.role : roles.get(identity.userId);
    return ended.length > 0 || role === undefined ? undefined : { ...identity, role };
  }
  return {
    current(identity) {
      const last = known.get(identity.sessionHandle);
      if (last !== undefined && Date.now() - last.atMs < knownForMs) return last.result;
      const result = lookUp(identity);
      known.set(identity.sessionHandle, { atMs: Date.now(), result });
      // Not knowing is no answer to keep.
      result.catch(() => known.delete(identity.sessionHandle));
      return result;
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
