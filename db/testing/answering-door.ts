import type { ServiceContext } from "#app/domain/context.ts";
import type { RemoteQuestion } from "#app/domain/channels/remote.ts";
import { everything } from "./scripted-channel.ts";
import { scriptedDoor } from "./scripted-door.ts";

type Sent = { ref: string; text: string };
type Options = { answers?: boolean; refuse?: () => Error; question?: RemoteQuestion };

/** A marketplace that takes answers, or refuses them with the given error; everything else it does not have. */
export function withAnswers(
  ctx: ServiceContext,
  { answers = true, refuse, question }: Options = {},
): { ctx: ServiceContext; sent: Sent[] } {
  const sent: Sent[] = [];
  const channelDoor = scriptedDoor(
    {
      answerQuestion: (ref, text) => {
        if (refuse !== undefined) return Promise.reject(refuse());
        sent.push({ ref, text });
        return Promise.resolve();
      },
      question: () => Promise.resolve(question),
    },
    { capabilities: { ...everything, answers } },
  );
  return { ctx: { ...ctx, ports: { ...ctx.ports, channelDoor } }, sent };
}
