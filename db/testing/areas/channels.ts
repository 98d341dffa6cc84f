import { retellStock } from "#app/domain/catalog/retell-stock.server.ts";
import { cancelSync } from "#app/domain/channels/cancel-sync.server.ts";
import { disconnectChannel } from "#app/domain/channels/disconnect-channel.server.ts";
import { listChannels, listKeptChannels } from "#app/domain/channels/list-channels.server.ts";
import { pauseChannel } from "#app/domain/channels/pause-channel.server.ts";
import { readChannel } from "#app/domain/channels/read-channel.server.ts";
import { readStockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import { requestSync } from "#app/domain/channels/request-sync.server.ts";
import { resyncOne } from "#app/domain/channels/resync-one.server.ts";
import { setStockSource } from "#app/domain/channels/set-stock-source.server.ts";
import { startConnection } from "#app/domain/channels/start-connection.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { aRemoteOrder } from "../remote-order.ts";
import { scriptedDoor } from "../scripted-door.ts";
import type { AreaVerbs, MemberVerb } from "../verb-walk.ts";
import type { TestWorkspace } from "../world.ts";

const ownChannel = (home: TestWorkspace) => ({ id: home.shop.channelId });
const byId = { fields: { id: "text" }, foreign: ownChannel, foreignAnswer: "not_found" } as const;

/** A marketplace that knows one order. */
function withOneOrder(ctx: ServiceContext): ServiceContext {
  const channelDoor = scriptedDoor({ orders: () => Promise.resolve({ found: [aRemoteOrder()], missing: [] }) });
  return { ...ctx, ports: { ...ctx.ports, channelDoor } };
}

const verbs: Record<string, MemberVerb> = {
  retellStock: {
    run: retellStock,
    needs: "channels:write",
    input: (home) => ({ id: home.shop.channelId }),
    fields: { id: "text" },
    foreign: (other) => ({ id: other.shop.channelId }),
    foreignAnswer: "not_found",
  },
  resyncOne: {
    ...byId,
    run: (ctx, input) => resyncOne(withOneOrder(ctx), input),
    needs: "channels:write",
    input: (home) => ({ ...ownChannel(home), about: "order", ref: "2000001" }),
    fields: { id: "text", about: "choice", ref: "text" },
    foreign: (other) => ({ ...ownChannel(other), about: "order", ref: "2000001" }),
  },
  listChannels: { run: listChannels, needs: "channels:read", foreign: () => ({}) },
  listKeptChannels: { run: listKeptChannels, needs: "channels:read", foreign: () => ({}) },
  readChannel: { ...byId, run: readChannel, needs: "channels:read", input: ownChannel },
  startConnection: {
    run: startConnection,
    needs: "channels:write",
    isForPeople: true,
    input: () => ({ vendor: "mercado-livre", site: "MLB" }),
    fields: { vendor: "choice", site: "optionalText", channelId: "optionalText" },
    foreign: (other) => ({ vendor: "mercado-livre", channelId: other.shop.channelId }),
    foreignAnswer: "not_found",
  },
  pauseChannel: {
    ...byId,
    run: pauseChannel,
    needs: "channels:write",
    input: (home) => ({ ...ownChannel(home), paused: true }),
    fields: { id: "text", paused: "flag" },
    foreign: (other) => ({ ...ownChannel(other), paused: true }),
  },
  setStockSource: {
    ...byId,
    run: setStockSource,
    needs: "channels:write",
    input: (home) => ({ ...ownChannel(home), fromWarehouse: true }),
    fields: { id: "text", fromWarehouse: "flag" },
    foreign: (other) => ({ ...ownChannel(other), fromWarehouse: true }),
  },
  readStockDrift: {
    ...byId,
    run: readStockDrift,
    needs: "warehouse:read",
    input: ownChannel,
    fields: { id: "text", limit: "optionalNumber", cursor: "optionalText", all: "optionalChoice" },
  },
  disconnectChannel: {
    ...byId,
    run: (ctx, input) => disconnectChannel(ctx, input),
    needs: "channels:write",
    input: (home) => ({ ...ownChannel(home), data: "erase" }),
    fields: { id: "text", data: "choice" },
    foreign: (other) => ({ ...ownChannel(other), data: "erase" }),
  },
  requestSync: {
    ...byId,
    run: requestSync,
    needs: "channels:write",
    input: (home) => ({ ...ownChannel(home), extent: "recent" }),
    fields: { id: "text", extent: "choice" },
    foreign: (other) => ({ ...ownChannel(other), extent: "recent" }),
  },
  cancelSync: {
    ...byId,
    run: cancelSync,
    needs: "channels:write",
    input: (home) => ({ id: home.shop.runId }),
    foreign: (other) => ({ id: other.shop.runId }),
  },
};

export const channelsVerbs: AreaVerbs = {
  verbs,
  helpers: [
    "beginStep",
    "callbackUrl",
    "connectAccount",
    "erasureOf",
    "findChannelOwners",
    "forgetOwner",
    "isStillOwner",
    "noteHeard",
    "knownChannel",
    "offerPlace",
    "openOffer",
    "findChannel",
    "findRun",
    "hasMoreThan",
    "isOver",
    "lastErasureOf",
    "newRun",
    "noteProblem",
    "noteProgress",
    "openChannel",
    "phasesOf",
    "runUnderWay",
    "sealedTokens",
    "summaries",
    "toRunSummary",
    "whileActive",
  ],
  systemWork: [
    // Called with what the vendor's page sent back; `connect.worker.test.ts` tries every wrong person, session and answer.
    "finishConnection",
    // About the offer such an answer left: `connect-shops.worker.test.ts` tries the same.
    "connectShops",
    "readGrantedShops",
    "closeListings",
    "confirmUnseen",
    "eraseChannelData",
    "failSync",
    "finishSync",
    "handleNotices",
    "markAttention",
    "noteRevival",
    "planSync",
    "receiveNotices",
    "recoverNotices",
    "renewDueTokens",
    "rereadOpenOrders",
    "routeNotices",
    "silentRuns",
    "storeListings",
    "syncAccount",
    "syncDetails",
    "syncLinks",
    "syncListings",
    "syncOrders",
    "syncQuestions",
    "syncReviews",
    "takeStep",
    "tellAllShipments",
    "tellShipments",
    "usableToken",
    "wakeChannels",
    "workspacesWithChannels",
  ],
};
