import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type {
  ChannelAccount,
  ChannelAdapter,
  ChannelClient,
  ChannelDoor,
  OrderPage,
  Place,
  TimeWindow,
  VendorId,
} from "#app/domain/channels/ports.ts";
import type { TokenAnswer, TokenAsk } from "./channel-tokens.object.server.ts";
import type { AnswerArchive, RawPlace } from "./raw-archive.server.ts";
import type { RawRecorder } from "./raw-recorder.server.ts";

const usualMinLeftMs = 60_000;

type Tokens = {
  accessToken(ask: TokenAsk): Promise<TokenAnswer>;
  forget(channelId: string): Promise<void>;
};
type Key = { id: string; workspaceId: string };
type Outside = { tokens: Tokens; recorder: Pick<RawRecorder, "during">; archive: Pick<AnswerArchive, "erase"> };

/** The line to accounts: who is called, and with which token, is decided here and nowhere else. */
export function createChannelDoor(adapters: Record<VendorId, ChannelAdapter>, { tokens, recorder, archive }: Outside): ChannelDoor {
  async function token({ id, workspaceId }: Key, minLeftMs: number, refused?: string): Promise<string> {
    const answer = await tokens.accessToken({ workspaceId, channelId: id, minLeftMs, refused });
    if ("token" in answer) return answer.token;
    const { fault, vendorText, retryAfterMs } = answer;
    throw new ChannelError(fault, { vendorText, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
  }
  return {
    adapter: (vendor) => adapters[vendor],
    open(channel) {
      let current: Promise<string> | undefined;
      const renew = async (refused: string) => {
        current = token(channel, usualMinLeftMs, refused);
        await current;
      };
      const accessToken = () => {
        // A failed question is asked again; an answer holds as long as this line is open.
        current ??= token(channel, usualMinLeftMs).catch((error: unknown) => {
          current = undefined;
          throw error;
        });
        return current;
      };
      const client = adapters[channel.vendor].open(accountOf(channel), accessToken);
      return recorded(renewing(client, accessToken, renew), (call, run) => recorder.during(placeOf(channel), call, run));
    },
    renew: async (channel, minLeftMs) => void (await token(channel, minLeftMs)),
    async giveUp(channel) {
      try {
        await adapters[channel.vendor].revoke(accountOf(channel), await token(channel, 0));
      } finally {
        await tokens.forget(channel.id);
      }
    },
    eraseAnswers: (channel) => archive.erase(placeOf(channel)),
  };
}

function placeOf({ id, workspaceId, ...account }: Key & ChannelAccount): RawPlace {
  return { id, workspaceId, ...accountOf(account) };
}

type During = <T>(call: string, run: () => Promise<T>) => Promise<T>;

/** What is read is kept in the vendor's own words. Not what others of our sellers missed, which comes in the same answer. */
function recorded(client: ChannelClient, during: During): ChannelClient {
  return {
    ...client,
    account: () => during("account", () => client.account()),
    listingRefs: (place) => during("listing-refs", () => client.listingRefs(place)),
    listings: (refs, depth) => during("listings", () => client.listings(refs, depth)),
    orderPage: (window, place) => orderPage(client, (run) => during("order-page", run), { window, place }),
    orders: (refs) => during("orders", () => client.orders(refs)),
    orderRefsOfShipment: (ref) => during("shipment", () => client.orderRefsOfShipment(ref)),
    questionPage: (place) => during("question-page", () => client.questionPage(place)),
    question: (ref) => during("question", () => client.question(ref)),
    reviewPage: (ref, place) => during("review-page", () => client.reviewPage(ref, place)),
  };
}

type Around = <T>(run: () => Promise<T>) => Promise<T>;

/** What holds for the call of a page holds for those that complete it. */
async function orderPage(
  client: ChannelClient,
  around: Around,
  { window, place }: { window: TimeWindow; place: Place },
): Promise<OrderPage> {
  const page = await around(() => client.orderPage(window, place));
  return { ...page, complete: () => around(() => page.complete()) };
}

function accountOf({ vendor, accountRef, site }: ChannelAccount): ChannelAccount {
  return { vendor, accountRef, site };
}

/** A vendor may end a token before its time: the call is made once more with a new one, and only once. */
function renewing(client: ChannelClient, accessToken: () => Promise<string>, renew: (refused: string) => Promise<void>): ChannelClient {
  async function once<T>(call: () => Promise<T>): Promise<T> {
    const used = await accessToken();
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ChannelError) || error.fault !== "token-expired") throw error;
      await renew(used);
      return call();
    }
  }
  return {
    account: () => once(() => client.account()),
    listingRefs: (place) => once(() => client.listingRefs(place)),
    listings: (refs, depth) => once(() => client.listings(refs, depth)),
    orderPage: (window, place) => orderPage(client, once, { window, place }),
    countOrders: (window) => once(() => client.countOrders(window)),
    orders: (refs) => once(() => client.orders(refs)),
    orderRefsOfShipment: (ref) => once(() => client.orderRefsOfShipment(ref)),
    questionPage: (place) => once(() => client.questionPage(place)),
    question: (ref) => once(() => client.question(ref)),
    reviewPage: (ref, place) => once(() => client.reviewPage(ref, place)),
    missedNotices: (place) => once(() => client.missedNotices(place)),
    setPrice: (changes) => once(() => client.setPrice(changes)),
    setStock: (changes) => once(() => client.setStock(changes)),
    setStatus: (changes) => once(() => client.setStatus(changes)),
    setText: (change) => once(() => client.setText(change)),
    tellShipped: (parcel) => once(() => client.tellShipped(parcel)),
    answerQuestion: (ref, text) => once(() => client.answerQuestion(ref, text)),
  };
}
