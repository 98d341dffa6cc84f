import type { ShopperRooms, SitePlace, VisitorPlace } from "#app/domain/collect/ports.ts";
import type { SiteFeedObject } from "./site-feed.object.server.ts";
import type { VisitorSessionObject } from "./visitor-session.object.server.ts";

type Namespaces = Pick<Env, "VISITOR_SESSION" | "SITE_FEED">;

/** The workspace is part of the name: another one's ids lead to an empty object. */
export function siteFeedOf({ SITE_FEED }: Pick<Env, "SITE_FEED">, { workspaceId, siteId }: SitePlace): DurableObjectStub<SiteFeedObject> {
  return SITE_FEED.getByName(`${workspaceId}/${siteId}`);
}

function visitorOf(
  { VISITOR_SESSION }: Pick<Env, "VISITOR_SESSION">,
  { workspaceId, siteId, visitorKey }: VisitorPlace,
): DurableObjectStub<VisitorSessionObject> {
  return VISITOR_SESSION.getByName(`${workspaceId}/${siteId}/${visitorKey}`);
}

/** The way from verbs to the objects in which visits happen. */
export function createShopperRooms(env: Namespaces): ShopperRooms {
  return {
    // Written once, here: as text it crosses to the object for less than as objects, and is kept as it comes.
    accept: (arrival) => visitorOf(env, arrival).accept({ ...arrival, events: JSON.stringify(arrival.events) }),
    refuse: (place, letters) => siteFeedOf(env, place).refuse(letters),
    withhold: (place, reason, events) => siteFeedOf(env, place).withhold(reason, events),
    salt: (place, day) => siteFeedOf(env, place).salt(day),
    ingest: (place) => siteFeedOf(env, place).ingest(),
    openSessions: (place, limit, began) => siteFeedOf(env, place).openSessions(limit, began),
    recent: (place, limit) => siteFeedOf(env, place).recent(limit),
    sessionEvents: (place, sessionId, most) => visitorOf(env, place).events(sessionId, most),
    letters: (place, { limit, before }) => siteFeedOf(env, place).letters(place, limit, before),
    letter: (place, id) => siteFeedOf(env, place).letter(place, id),
    resolveLetter: (place, id, state) => siteFeedOf(env, place).resolveLetter(id, state),
    async erase(place, { isKeptOut }) {
      const gone = await visitorOf(env, place).erase(isKeptOut);
      const letters = await siteFeedOf(env, place).forgetVisitor(place.visitorKey, gone);
      return { ...gone, letters };
    },
    erasePeriod: (place, period) => siteFeedOf(env, place).forgetPeriod(period),
    noteRemoved: (place, events) => siteFeedOf(env, place).noteRemoved(events),
    removeOldLetters: (place, before) => siteFeedOf(env, place).removeOldLetters(before),
    endVisit: (place) => visitorOf(env, place).endNow(),
  };
}
