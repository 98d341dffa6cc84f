import { methodNotAllowed } from "./handle-api.ts";

/** An unknown address under the API answers as the API does. */
export const loader = methodNotAllowed;
export const action = methodNotAllowed;
