/**
 * For each call of the SDK. The gateway's own log tells of every call, and nobody listens to the SDK's: asked to trace, it
 * makes a channel for each call, which takes the runtime the longer the more of them it has made.
 */
export const untraced = { telemetry: { isEnabled: false } } as const;
