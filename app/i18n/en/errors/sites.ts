/** What can go wrong with the sites that shoppers are seen on. */
export const sitesErrors = {
  siteNotFound: "This site does not exist.",
  tooManySites: "There are as many sites as a workspace can have. Remove one first.",
  sitePaused: "This site is paused.",
  publicQuestionNotFound: "This question does not exist any more.",
  publicChatOff: "The chat of this site is off.",
  chatTokenInvalid: "This token is not valid here or has run out. Get a new one.",
  originNotAllowed: "This page is not on one of the site’s domains.",
  domainInvalid: "This must be a host name like shop.example or *.shop.example, without https and without a path.",
  domainsRequired: "Name at least one domain your pages are on.",
  selectorInvalid: "This must be a CSS selector of up to 200 characters.",
  parameterInvalid: "This must be the name of a query parameter.",
  tooManyEntries: "These are too many.",
  nameDiffers: "This is not its name.",
} as const;
