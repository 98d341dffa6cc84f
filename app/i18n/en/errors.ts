export const errors = {
  requestId: "Request id",
  home: "Go to the start page",
  back: "Go back",
  retry: "Try again",
  whatNow: "What you can do",
  notFound: {
    title: "There is nothing at this address",
    meaning: "The page was moved or removed, or it belongs to a workspace you are not in.",
    advice: "Check the address, or start again from the overview.",
  },
  forbidden: {
    title: "Your role does not allow this",
    meaning: "You are signed in, but this page or action needs a permission you do not have. Nothing was changed.",
    advice: "Ask the owner or an admin of your workspace for access.",
  },
  unauthorized: {
    title: "Sign in to go on",
    meaning: "Your session has ended or was closed from another device.",
    advice: "Sign in again; you will come back to where you were.",
  },
  rateLimited: {
    title: "Too many requests in a short time",
    meaning: "To protect every workspace we slow down bursts. Nothing was lost.",
    advice: "Wait a minute and try again.",
  },
  conflict: {
    title: "Someone changed this before you",
    meaning: "What you were editing has a newer version, so your change was not saved.",
    advice: "Reload to see the newest version, then make your change again.",
  },
  server: {
    title: "This page could not be prepared",
    meaning: "Something failed on our side. What you saved before is safe.",
    advice: "Try again in a moment. If it keeps failing, send us the request id below.",
  },
  client: {
    title: "This request was refused",
    meaning: "The server understood it but could not accept it. Nothing was changed.",
    advice: "Go back, check what you entered and try again.",
  },
  offline: {
    title: "You are offline",
    meaning: "The page could not be reached because there is no connection.",
    advice: "Check the network; then try again.",
  },
} as const;
