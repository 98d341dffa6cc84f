import type { ChannelAdapter, ChannelClient, ChannelDoor } from "#app/domain/channels/ports.ts";

function unexpected(name: string): never {
  throw new Error(`nobody expected ${name} to be asked`);
}

/** Has only what the test says; asked for anything else it fails the test. */
export function onlyThese<Whole extends object>(own: Partial<Whole>): Whole {
  return new Proxy(own, { get: (target, name) => Reflect.get(target, name) ?? unexpected(String(name)) }) as Whole;
}

/** Every channel leads to this client. */
export function scriptedDoor(client: Partial<ChannelClient>, adapter: Partial<ChannelAdapter> = {}): ChannelDoor {
  return onlyThese<ChannelDoor>({
    adapter: () => onlyThese<ChannelAdapter>(adapter),
    open: () => onlyThese<ChannelClient>(client),
  });
}
