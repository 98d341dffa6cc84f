/** The other ways in, and what we call. */
export const docsProtocols = {
  mcp: {
    lead: "Claude, Cursor and other programs that speak the Model Context Protocol ask at `/mcp`, over Streamable HTTP, in the revisions 2026-07-28 and 2025-11-25. The key comes as `Authorization: Bearer` or `x-api-key`; its scopes decide which tools there are. In the console, Settings, Connect an assistant makes such a key and has a recipe for each program.",
    acts: "What only looks answers at once. What buyers would see, or what cannot be taken back, is answered with an approval: a person decides it in Entrepot, never the key that asked, and `read_approval` says what came of it.",
    once: "A call that you may have to send again carries a name of yours in `_meta`, as `entrepot/idempotencyKey`: it is done once and answered the same.",
    asks: "A question that can be meant in more than one way is put to your user, where your program shows forms (elicitation). In the older revision that takes the `Mcp-Session-Id` that `initialize` answers; where it is answered with 404, begin again.",
  },
  a2a: {
    lead: "Agents of others find us at `/.well-known/agent-card.json` and ask at `/a2a`: Agent2Agent 1.0, JSON-RPC, streams as server-sent events. The key needs `chat:read` and the scopes of whatever it shall be told about. Without `A2A-Version: 1.0` a request counts as 0.3, which is not spoken here.",
    states:
      "`SendMessage` waits for the answer, `SendStreamingMessage` tells what happens on the way; with `returnImmediately` you have the task at once and look with `GetTask`. `TASK_STATE_INPUT_REQUIRED`: say it more clearly, with the same `taskId`. `TASK_STATE_AUTH_REQUIRED`: a person has to allow it first. The same `messageId` again leads to the same task.",
    push: "An address given to `CreateTaskPushNotificationConfig` hears each event of its task, one after the other, with your token as `X-A2A-Notification-Token`. Only public https addresses are called.",
  },
  webhooks: {
    lead: "A trigger can call an address of yours with a JSON body. `Entrepot-Signature: t=seconds,v1=signature` proves that it came from us: the signature is the HMAC-SHA-256 of `t.body`, in hexadecimal, with the secret that was shown when the trigger was made. In Node, with the body as it came:",
    repeats:
      "`Entrepot-Delivery` is the same for a repetition: what you did under that name, do not do again. Answer with any 2xx within seconds and work afterwards. Where nobody answers we try again, at longer and longer distances; what you refuse with 4xx we do not send again.",
  },
} as const;
