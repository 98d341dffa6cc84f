const path = "/floor/pair";
const codeShape = /^[0-9A-Za-z-]{1,40}$/;

/** What the QR code of a new tablet says. The camera of every phone opens it, and the code is filled in there. */
export function pairingLink(publicUrl: string, code: string): string {
  return `${publicUrl}${path}?${new URLSearchParams({ code })}`;
}

/** The floor's own page with a code filled in; nothing but a code ever is. */
export function floorWithCode(code: string): string {
  return codeShape.test(code) ? `/floor?${new URLSearchParams({ code })}` : "/floor";
}

/** The code in such a link, of whatever host; undefined for anything else that a camera reads. */
export function pairingCodeIn(text: string): string | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url?.pathname === path ? (url.searchParams.get("code") ?? undefined) : undefined;
}
