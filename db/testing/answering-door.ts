import type { ChannelAdapter, ChannelClient, ChannelDoor } from "#app/domain/channels/ports.ts";
import type { ServiceContext } from "#app/domain/context.ts";

type Sent = { channelId: string; ref: string; text: string };
type Options = { answers?: boolean; refuse?: () => Error };

function unexpected(name: string): never {
  throw new Error(`nobody expected ${name} to be asked`);
}

/** A marketplace that takes answers, or refuses them with the given error; everything else it does not have. */
export function withAnswers(ctx: ServiceContext, { answers = true, refuse }: Options = {}): { ctx: ServiceContext; sent: Sent[] } {
  const sent: Sent[] = [];
  const onlyThese = <Whole extends object>(own: Partial<Whole>) =>
    new Proxy(own, { get: (target, name) => Reflect.get(target, name) ?? unexpected(String(name)) }) as Whole;
  const channelDoor: ChannelDoor = {
    adapter: (vendor) =>
      onlyThese<ChannelAdapter>({
        vendor,
        capabilities: {
          price: true,
          stock: true,
          pause: true,
          title: true,
          answers,
          competition: true,
          quality: true,
          reviews: true,
        },
      }),
    open: (channel) =>
      onlyThese<ChannelClient>({
        answerQuestion: (ref, text) => {
          if (refuse !== undefined) return Promise.reject(refuse());
          sent.push({ channelId: channel.id, ref, text });
          return Promise.resolve();
        },
      }),
    renew: () => unexpected("renew"),
    giveUp: () => unexpected("giveUp"),
  };
  return { ctx: { ...ctx, ports: { ...ctx.ports, channelDoor } }, sent };
}
