export const mail = {
  signature: "Entrepot",
  roles: {
    owner: "owner",
    admin: "admin",
    manager: "manager",
    picker: "picker",
    analyst: "analyst",
    viewer: "viewer",
  },
  "confirm-sign-up": {
    subject: "Confirm your address to open {{workspaceName}}",
    body: "Hello {{name}}. One step is left: confirm that this address is yours, and the workspace {{workspaceName}} opens.",
    action: "Confirm and open the workspace",
    note: "The link works once and for 24 hours. If you did not ask for an account, ignore this mail: nothing was created.",
  },
  "already-registered": {
    subject: "You already have an Entrepot account",
    body: "Hello {{name}}. Somebody, probably you, tried to sign up with this address. It already has an account, so you can simply sign in.",
    action: "Sign in",
    note: "Forgotten the password? The sign-in page helps. If it was not you, there is nothing to do.",
  },
  "reset-password": {
    subject: "Choose a new password",
    body: "Hello {{name}}. Open the link to choose a new password. All devices that are signed in now will be signed out.",
    action: "Choose a new password",
    note: "The link works once and for one hour. If you did not ask for it, ignore this mail: your password stays as it is.",
  },
  invitation: {
    subject: "You are invited to a workspace on Entrepot",
    body: "You are invited to join a workspace as {{role}}. Open the link to set your name and password.",
    action: "Join the workspace",
    note: "The link works once and for 7 days. If you do not know the sender, ignore this mail.",
  },
  report: {
    subject: "{{title}}",
    body: "Hello {{name}}. This is “{{title}}” as it stands now, with the numbers you may see.",
    action: "Open it in Entrepot",
    note: "Somebody of your workspace scheduled this mail for you.",
    leave: "Stop these mails",
  },
  "password-changed": {
    subject: "Your password was changed",
    body: "Hello {{name}}. The password of your account was changed just now, and all other devices were signed out.",
    action: "It was not me: reset it",
    note: "If it was you, there is nothing to do.",
  },
} as const;
