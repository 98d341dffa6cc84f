import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { ChannelDoor } from "#app/domain/channels/ports.ts";

export function createChannelDoor(): ChannelDoor {
  function refuse(): never {
    throw new ChannelError("unavailable");
  }
  return { adapter: refuse, open: refuse };
}
