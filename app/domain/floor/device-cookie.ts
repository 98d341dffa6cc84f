const name = "entrepot_tablet";
const maxAgeSeconds = 400 * 86_400;
const shape = /^[\w-]{20,80}$/;

/** The key by which a browser is a tablet of a warehouse. */
export function readDeviceKey(cookies: string | null): string | undefined {
  const found = (cookies ?? "")
    .split(/;\s*/)
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  return found !== undefined && shape.test(found) ? found : undefined;
}

/** Scripts cannot read it. Rooms are outside of /floor, so it goes with every request. */
export function deviceCookie(key: string, isSecure: boolean): string {
  return `${name}=${key}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax; HttpOnly${isSecure ? "; Secure" : ""}`;
}
