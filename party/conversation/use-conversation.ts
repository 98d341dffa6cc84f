import { useEffect, useRef, useState } from "react";
import { type ChatClient, connectChat, type LiveChat, waitingChat } from "./chat-client.ts";
import type { Ask } from "./protocol.ts";

type Place = { workspaceId: string; conversationId: string };

/** A conversation as its room has it, and the way to ask in it. */
export function useConversation({ workspaceId, conversationId }: Place): LiveChat & Omit<ChatClient, "close"> {
  const [view, setView] = useState<LiveChat>(waitingChat);
  const client = useRef<ChatClient>(undefined);
  useEffect(() => {
    const connected = connectChat({ workspaceId, conversationId, host: window.location.host, onView: setView });
    client.current = connected;
    return () => {
      connected.close();
      client.current = undefined;
      setView(waitingChat);
    };
  }, [workspaceId, conversationId]);
  return {
    ...view,
    ask: (ask: Ask) => client.current?.ask(ask),
    stop: (turnId: string) => client.current?.stop(turnId),
    forgive: () => client.current?.forgive(),
  };
}
