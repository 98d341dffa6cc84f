/** `pictureOrigins`: where marketplaces keep the pictures of listings. */
type Facts = { nonce: string; isPersonal: boolean; isLocal: boolean; pictureOrigins: readonly string[] };

/** Scripts run only with this answer's nonce; styles may be inline because components position themselves with them. */
export function securityHeaders({ nonce, isPersonal, isLocal, pictureOrigins }: Facts): [string, string][] {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...pictureOrigins].join(" "),
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers: [string, string][] = [
    ["content-security-policy", policy],
    // A page with a nonce is never shared; one of a signed-in person leaves nothing behind in the browser either.
    ["cache-control", isPersonal ? "private, no-store" : "private, no-cache"],
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "strict-origin-when-cross-origin"],
    ["permissions-policy", "camera=(self), microphone=(), geolocation=(), payment=()"],
    ["cross-origin-opener-policy", "same-origin"],
  ];
  return isLocal ? headers : [...headers, ["strict-transport-security", "max-age=63072000; includeSubDomains; preload"]];
}
