/** Too many passwords are being checked at this moment. Answer "try again shortly". */
export class PasswordHasherBusyError extends Error {
  override name = "PasswordHasherBusyError";
  constructor() {
    super("Too many passwords are being checked at once");
  }
}
