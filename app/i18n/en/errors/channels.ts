/** What goes wrong between us and a marketplace. */
export const channelsErrors = {
  channelNotFound: "This channel is not connected to your workspace.",
  channelTokenExpired: "The marketplace no longer accepts our access. We renew it and try again.",
  channelGrantEnded: "The seller's authorisation has ended. Authorise the channel again.",
  channelDenied: "The marketplace refuses this to the connected account.",
  channelThrottled: "The marketplace asks us to go slower. We go on by ourselves.",
  channelQuota: "The marketplace's allowance for today is used up. We go on when it is renewed.",
  channelUnavailable: "The marketplace does not answer right now. We try again by ourselves.",
  channelMalformed: "The marketplace sent something we could not read. It is kept for us to look at.",
  channelThingNotFound: "The marketplace no longer knows this.",
  channelRejected: "The marketplace refused the request.",
  channelPaused: "This channel is paused. Resume it first.",
  channelErasing: "What this account brought before is still being erased. Connect it again in a few minutes.",
  channelElsewhere: "This marketplace account is already connected to another workspace. Disconnect it there first.",
  channelOtherAccount: "You authorised another account than the one that is connected here.",
} as const;
