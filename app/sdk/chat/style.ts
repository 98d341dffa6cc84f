/**
 * A shop may set `--entrepot-chat-accent` and `--entrepot-chat-on-accent` on its body, and with `--entrepot-chat-bottom` lift the
 * button over what it shows at the foot of its pages.
 */
export const style = `
:host{all:initial;--paper:#fffdf8;--well:#f3efe5;--ink:#22211e;--soft:#5d5a53;--line:#d9d3c5;--accent:var(--entrepot-chat-accent,#1f5f4f);--on:var(--entrepot-chat-on-accent,#fff);color-scheme:light dark;font:16px/1.45 system-ui,sans-serif;color:var(--ink)}
@media (prefers-color-scheme:dark){:host{--paper:#211f1c;--well:#2c2925;--ink:#f1ede4;--soft:#b4afa3;--line:#46423a;--accent:var(--entrepot-chat-accent,#7cc4ae);--on:var(--entrepot-chat-on-accent,#10201b)}}
*{box-sizing:border-box}
[hidden]{display:none!important}
button,input{font:inherit;color:inherit}
button{cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.open{position:fixed;right:16px;bottom:var(--entrepot-chat-bottom,16px);z-index:2147483000;display:flex;align-items:center;gap:10px;min-height:48px;padding:10px 18px;border:0;border-radius:24px;background:var(--accent);color:var(--on);font-weight:600;box-shadow:0 2px 10px rgb(0 0 0/.25)}
.panel{position:fixed;right:16px;bottom:16px;z-index:2147483000;display:flex;flex-direction:column;width:380px;max-width:calc(100vw - 32px);height:540px;max-height:calc(100dvh - 32px);background:var(--paper);border:1px solid var(--line);border-radius:10px;overflow:hidden;box-shadow:0 6px 28px rgb(0 0 0/.22)}
.head{display:flex;align-items:center;justify-content:space-between;gap:8px;padding:10px 8px 10px 16px;border-bottom:1px solid var(--line)}
h2{margin:0;font-size:16px;font-weight:600}
.close{width:44px;height:44px;border:0;border-radius:6px;background:none;font-size:24px;line-height:1}
.log{flex:1;overflow-y:auto;overscroll-behavior:contain;margin:0;padding:16px;display:flex;flex-direction:column;gap:10px}
.log p{margin:0;max-width:88%;padding:9px 12px;border-radius:10px;white-space:pre-line;overflow-wrap:anywhere}
.shop{align-self:flex-start;background:var(--well)}
.you{align-self:flex-end;background:var(--accent);color:var(--on)}
.told{align-self:center;color:var(--soft);font-size:14px}
.who{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
form{display:flex;gap:8px;padding:12px 12px 8px;border-top:1px solid var(--line)}
input{flex:1;min-width:0;min-height:44px;padding:8px 12px;border:1px solid var(--soft);border-radius:6px;background:var(--paper)}
input:focus-visible{outline-offset:-1px}
input::placeholder{color:var(--soft);opacity:1}
.send{min-height:44px;padding:8px 16px;border:0;border-radius:6px;background:var(--accent);color:var(--on);font-weight:600}
.send[aria-disabled=true]{opacity:.6}
.note{margin:0;padding:0 12px 12px;color:var(--soft);font-size:13px}
@media (max-width:480px){.panel{inset:0;width:auto;max-width:none;height:auto;max-height:none;border:0;border-radius:0}}
`;
