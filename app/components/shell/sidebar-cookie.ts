/** Read by the layout's loader, written in the browser: a taste, not a secret. */
const sidebarCookieName = "sidebar";

export function isSidebarCollapsed(cookieHeader: string | null): boolean {
  return (cookieHeader ?? "").split(/;\s*/).includes(`${sidebarCookieName}=narrow`);
}

export function rememberSidebar(isCollapsed: boolean): void {
  document.cookie = `${sidebarCookieName}=${isCollapsed ? "narrow" : "wide"}; path=/; max-age=31536000; samesite=lax`;
}
